#include "textflag.h"
#include "neon_arm64.h"

// The products of matrices for NEON. Bytes of rows are made signed by turning
// their highest bit, which takes 128 from them; unsign128 gives it back.

// func unsign128(from *[block]int32, weights *byte, in int, start *int32)
//
// Sets from to start plus 128 times the sum of each of 16 outputs' weights.
TEXT ·unsign128(SB), NOSPLIT, $0-32
	MOVD from+0(FP), R0
	MOVD weights+8(FP), R1
	MOVD in+16(FP), R2
	MOVD start+24(FP), R3
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
	VEOR V2.B16, V2.B16, V2.B16
	VEOR V3.B16, V3.B16, V3.B16

loop:
	VLD1.P 64(R1), [V4.B16, V5.B16, V6.B16, V7.B16]
	SADDLP(4, 4)
	SADDLP(5, 5)
	SADDLP(6, 6)
	SADDLP(7, 7)
	SADALP(0, 4)
	SADALP(1, 5)
	SADALP(2, 6)
	SADALP(3, 7)
	SUBS   $4, R2
	BNE    loop
	VLD1   (R3), [V4.S4, V5.S4, V6.S4, V7.S4]
	SHL(0, 0, 7)
	SHL(1, 1, 7)
	SHL(2, 2, 7)
	SHL(3, 3, 7)
	ADDI(0, 0, 4)
	ADDI(1, 1, 5)
	ADDI(2, 2, 6)
	ADDI(3, 3, 7)
	VST1   [V0.S4, V1.S4, V2.S4, V3.S4], (R0)
	RET

// SCALED makes one row's 16 sums outputs. V28 to V31 are the scales of weights.
#define SCALED(a, b, c, d) \
	VLD1R.P 4(R2), [V24.S4]           \
	SCVTF(a, a)                       \
	SCVTF(b, b)                       \
	SCVTF(c, c)                       \
	SCVTF(d, d)                       \
	FMUL(25, 28, 24)                  \
	FMUL(26, 29, 24)                  \
	FMUL(27, 30, 24)                  \
	FMUL(24, 31, 24)                  \
	FMUL(a, a, 25)                    \
	FMUL(b, b, 26)                    \
	FMUL(c, c, 27)                    \
	FMUL(d, d, 24)                    \
	VLD1    (R8), [V24.S4, V25.S4, V26.S4, V27.S4] \
	FADD(a, a, 24)                    \
	FADD(b, b, 25)                    \
	FADD(c, c, 26)                    \
	FADD(d, d, 27)

// DOTS adds the products of four inputs, lanes i of V24 to V29, of six rows with
// those of 16 outputs.
#define DOTS(i) \
	VLD1.P 32(R5), [V30.B16, V31.B16] \
	SDOTI(0, 30, 24, i)               \
	SDOTI(4, 30, 25, i)               \
	SDOTI(8, 30, 26, i)               \
	SDOTI(12, 30, 27, i)              \
	SDOTI(16, 30, 28, i)              \
	SDOTI(20, 30, 29, i)              \
	SDOTI(1, 31, 24, i)               \
	SDOTI(5, 31, 25, i)               \
	SDOTI(9, 31, 26, i)               \
	SDOTI(13, 31, 27, i)              \
	SDOTI(17, 31, 28, i)              \
	SDOTI(21, 31, 29, i)              \
	VLD1.P 32(R5), [V30.B16, V31.B16] \
	SDOTI(2, 30, 24, i)               \
	SDOTI(6, 30, 25, i)               \
	SDOTI(10, 30, 26, i)              \
	SDOTI(14, 30, 27, i)              \
	SDOTI(18, 30, 28, i)              \
	SDOTI(22, 30, 29, i)              \
	SDOTI(3, 31, 24, i)               \
	SDOTI(7, 31, 25, i)               \
	SDOTI(11, 31, 26, i)              \
	SDOTI(15, 31, 27, i)              \
	SDOTI(19, 31, 28, i)              \
	SDOTI(23, 31, 29, i)

// func productDot128(y *float32, x *uint8, scale *float32, in, out int, weights *byte, from *int32, wscale, bias *float32)
//
// Six rows, 16 outputs: 24 sums stay in registers.
TEXT ·productDot128(SB), NOSPLIT, $0-72
	MOVD y+0(FP), R0
	MOVD x+8(FP), R1
	MOVD scale+16(FP), R2
	MOVD in+24(FP), R3
	MOVD out+32(FP), R4
	MOVD weights+40(FP), R5
	MOVD from+48(FP), R6
	MOVD wscale+56(FP), R7
	MOVD bias+64(FP), R8
	LSL  $2, R4
	ADD  R3, R1, R9
	ADD  R3, R9, R10
	ADD  R3, R10, R11
	ADD  R3, R11, R12
	ADD  R3, R12, R13
	VLD1 (R6), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1 (R6), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1 (R6), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1 (R6), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1 (R6), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1 (R6), [V20.S4, V21.S4, V22.S4, V23.S4]

loop:
	VLD1.P 16(R1), [V24.B16]
	VLD1.P 16(R9), [V25.B16]
	VLD1.P 16(R10), [V26.B16]
	VLD1.P 16(R11), [V27.B16]
	VLD1.P 16(R12), [V28.B16]
	VLD1.P 16(R13), [V29.B16]
	VMOVI  $128, V30.B16
	VEOR   V30.B16, V24.B16, V24.B16
	VEOR   V30.B16, V25.B16, V25.B16
	VEOR   V30.B16, V26.B16, V26.B16
	VEOR   V30.B16, V27.B16, V27.B16
	VEOR   V30.B16, V28.B16, V28.B16
	VEOR   V30.B16, V29.B16, V29.B16
	DOTS(0)
	DOTS(1)
	DOTS(2)
	DOTS(3)
	SUBS   $16, R3
	BNE    loop

	VLD1 (R7), [V28.S4, V29.S4, V30.S4, V31.S4]
	SCALED(0, 1, 2, 3)
	VST1 [V0.S4, V1.S4, V2.S4, V3.S4], (R0)
	ADD  R4, R0
	SCALED(4, 5, 6, 7)
	VST1 [V4.S4, V5.S4, V6.S4, V7.S4], (R0)
	ADD  R4, R0
	SCALED(8, 9, 10, 11)
	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R0)
	ADD  R4, R0
	SCALED(12, 13, 14, 15)
	VST1 [V12.S4, V13.S4, V14.S4, V15.S4], (R0)
	ADD  R4, R0
	SCALED(16, 17, 18, 19)
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R0)
	ADD  R4, R0
	SCALED(20, 21, 22, 23)
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R0)
	RET

// PRODUCTS adds to a and b, halves of four outputs' sums, the products of four
// inputs x with weights p and of four others z with q. Two products of bytes fit
// 16 bits unless all are -128, which no input that was quantized is.
#define PRODUCTS(a, b, p, x, q, z) \
	SMULL(28, p, x)   \
	SMULL2(29, p, x)  \
	SMLAL(28, q, z)   \
	SMLAL2(29, q, z)  \
	SADALP(a, 28)     \
	SADALP(b, 29)

// func product128(y *float32, x *uint8, scale *float32, in, out int, weights *byte, from *int32, wscale, bias *float32)
//
// Two rows, 16 outputs.
TEXT ·product128(SB), NOSPLIT, $0-72
	MOVD y+0(FP), R0
	MOVD x+8(FP), R1
	MOVD scale+16(FP), R2
	MOVD in+24(FP), R3
	MOVD out+32(FP), R4
	MOVD weights+40(FP), R5
	MOVD from+48(FP), R6
	MOVD wscale+56(FP), R7
	MOVD bias+64(FP), R8
	LSL  $2, R4
	ADD  R3, R1, R9
	VMOVI $128, V31.B16
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
	VEOR V2.B16, V2.B16, V2.B16
	VEOR V3.B16, V3.B16, V3.B16
	VEOR V4.B16, V4.B16, V4.B16
	VEOR V5.B16, V5.B16, V5.B16
	VEOR V6.B16, V6.B16, V6.B16
	VEOR V7.B16, V7.B16, V7.B16
	VEOR V8.B16, V8.B16, V8.B16
	VEOR V9.B16, V9.B16, V9.B16
	VEOR V10.B16, V10.B16, V10.B16
	VEOR V11.B16, V11.B16, V11.B16
	VEOR V12.B16, V12.B16, V12.B16
	VEOR V13.B16, V13.B16, V13.B16
	VEOR V14.B16, V14.B16, V14.B16
	VEOR V15.B16, V15.B16, V15.B16

loop:
	VLD1R.P 4(R1), [V16.S4]
	VLD1R.P 4(R1), [V17.S4]
	VLD1R.P 4(R9), [V18.S4]
	VLD1R.P 4(R9), [V19.S4]
	VLD1.P  64(R5), [V20.B16, V21.B16, V22.B16, V23.B16]
	VLD1.P  64(R5), [V24.B16, V25.B16, V26.B16, V27.B16]
	VEOR    V31.B16, V16.B16, V16.B16
	VEOR    V31.B16, V17.B16, V17.B16
	VEOR    V31.B16, V18.B16, V18.B16
	VEOR    V31.B16, V19.B16, V19.B16
	PRODUCTS(0, 1, 20, 16, 24, 17)
	PRODUCTS(2, 3, 21, 16, 25, 17)
	PRODUCTS(4, 5, 22, 16, 26, 17)
	PRODUCTS(6, 7, 23, 16, 27, 17)
	PRODUCTS(8, 9, 20, 18, 24, 19)
	PRODUCTS(10, 11, 21, 18, 25, 19)
	PRODUCTS(12, 13, 22, 18, 26, 19)
	PRODUCTS(14, 15, 23, 18, 27, 19)
	SUBS    $8, R3
	BNE     loop

	VADDP V1.S4, V0.S4, V0.S4
	VADDP V3.S4, V2.S4, V1.S4
	VADDP V5.S4, V4.S4, V2.S4
	VADDP V7.S4, V6.S4, V3.S4
	VADDP V9.S4, V8.S4, V4.S4
	VADDP V11.S4, V10.S4, V5.S4
	VADDP V13.S4, V12.S4, V6.S4
	VADDP V15.S4, V14.S4, V7.S4
	VLD1  (R6), [V8.S4, V9.S4, V10.S4, V11.S4]
	ADDI(0, 0, 8)
	ADDI(1, 1, 9)
	ADDI(2, 2, 10)
	ADDI(3, 3, 11)
	ADDI(4, 4, 8)
	ADDI(5, 5, 9)
	ADDI(6, 6, 10)
	ADDI(7, 7, 11)
	VLD1  (R7), [V28.S4, V29.S4, V30.S4, V31.S4]
	SCALED(0, 1, 2, 3)
	VST1  [V0.S4, V1.S4, V2.S4, V3.S4], (R0)
	ADD   R4, R0
	SCALED(4, 5, 6, 7)
	VST1  [V4.S4, V5.S4, V6.S4, V7.S4], (R0)
	RET
