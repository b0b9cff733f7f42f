#include "textflag.h"
#include "neon_arm64.h"

// The other inner loops for NEON. portable.go says what they compute; not one
// float operation here may be fused with another or change places. A sum's
// sixteen lanes are V0 to V3.

// TOTAL adds the lanes of a sum.
#define TOTAL \
	FADD(0, 0, 2)                    \
	FADD(1, 1, 3)                    \
	FADD(0, 0, 1)                    \
	VEXT $8, V0.B16, V0.B16, V1.B16  \
	FADD(0, 0, 1)                    \
	VDUP V0.S[1], V1.S4              \
	FADD(0, 0, 1)

// ZERO sets a sum's lanes to 0.
#define ZERO \
	VEOR V0.B16, V0.B16, V0.B16 \
	VEOR V1.B16, V1.B16, V1.B16 \
	VEOR V2.B16, V2.B16, V2.B16 \
	VEOR V3.B16, V3.B16, V3.B16

// SUM, WITH and EACH do the same to four registers: the sum with others, V4 to
// V7 with one, V4 to V7 with others.
#define SUM(op, a, b, c, d) \
	op(0, 0, a) \
	op(1, 1, b) \
	op(2, 2, c) \
	op(3, 3, d)

#define WITH(op, m) \
	op(4, 4, m) \
	op(5, 5, m) \
	op(6, 6, m) \
	op(7, 7, m)

#define EACH(op, a, b, c, d) \
	op(4, 4, a) \
	op(5, 5, b) \
	op(6, 6, c) \
	op(7, 7, d)

// func largest128(x *float32, n int) float32
//
// The largest |x|; n is a multiple of 16.
TEXT ·largest128(SB), NOSPLIT, $0-20
	MOVD x+0(FP), R0
	MOVD n+8(FP), R1
	ZERO

loop:
	VLD1.P 64(R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	FABS(4, 4)
	FABS(5, 5)
	FABS(6, 6)
	FABS(7, 7)
	SUM(FMAX, 4, 5, 6, 7)
	SUBS   $16, R1
	BNE    loop
	FMAX(0, 0, 1)
	FMAX(2, 2, 3)
	FMAX(0, 0, 2)
	FMAXV(0, 0)
	FMOVS  F0, ret+16(FP)
	RET

// func round128(q *uint8, x *float32, n int, inverse float32)
//
// n is a multiple of 16.
TEXT ·round128(SB), NOSPLIT, $0-28
	MOVD q+0(FP), R0
	MOVD x+8(FP), R1
	MOVD n+16(FP), R2
	FMOVS inverse+24(FP), F16
	VDUP  V16.S[0], V16.S4
	VMOVI $128, V17.B16

loop:
	VLD1.P 64(R1), [V4.S4, V5.S4, V6.S4, V7.S4]
	WITH(FMUL, 16)
	FCVTNS(4, 4)
	FCVTNS(5, 5)
	FCVTNS(6, 6)
	FCVTNS(7, 7)
	VUZP1  V5.H8, V4.H8, V4.H8
	VUZP1  V7.H8, V6.H8, V6.H8
	VUZP1  V6.B16, V4.B16, V4.B16
	VEOR   V17.B16, V4.B16, V4.B16
	VST1.P [V4.B16], 16(R0)
	SUBS   $16, R2
	BNE    loop
	RET

// func normalize128(x, y, gain, bias *float32, n int, count, epsilon float32)
//
// n is a multiple of 16.
TEXT ·normalize128(SB), NOSPLIT, $0-48
	MOVD x+0(FP), R0
	MOVD y+8(FP), R1
	MOVD gain+16(FP), R2
	MOVD bias+24(FP), R3
	MOVD n+32(FP), R4
	FMOVS count+40(FP), F20
	FMOVS epsilon+44(FP), F21
	MOVD R0, R5
	MOVD R4, R6
	ZERO

sum:
	VLD1   (R5), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R1), [V8.S4, V9.S4, V10.S4, V11.S4]
	EACH(FADD, 8, 9, 10, 11)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R5)
	SUM(FADD, 4, 5, 6, 7)
	SUBS   $16, R6
	BNE    sum
	TOTAL
	FDIVS  F20, F0, F0
	VDUP   V0.S[0], V16.S4
	MOVD   R0, R5
	MOVD   R4, R6
	ZERO

squares:
	VLD1   (R5), [V4.S4, V5.S4, V6.S4, V7.S4]
	WITH(FSUB, 16)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R5)
	EACH(FMUL, 4, 5, 6, 7)
	SUM(FADD, 4, 5, 6, 7)
	SUBS   $16, R6
	BNE    squares
	TOTAL
	FDIVS  F20, F0, F0
	FADDS  F21, F0, F0
	FSQRTS F0, F0
	FMOVS  $1.0, F1
	FDIVS  F0, F1, F0
	VDUP   V0.S[0], V16.S4

scale:
	VLD1   (R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R2), [V8.S4, V9.S4, V10.S4, V11.S4]
	WITH(FMUL, 16)
	EACH(FMUL, 8, 9, 10, 11)
	VLD1.P 64(R3), [V8.S4, V9.S4, V10.S4, V11.S4]
	EACH(FADD, 8, 9, 10, 11)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R0)
	SUBS   $16, R4
	BNE    scale
	RET

// CONSTANTS reads expConstants from R2 into V16 to V30.
#define CONSTANTS \
	VLD1R.P 4(R2), [V16.S4] \
	VLD1R.P 4(R2), [V17.S4] \
	VLD1R.P 4(R2), [V18.S4] \
	VLD1R.P 4(R2), [V19.S4] \
	VLD1R.P 4(R2), [V20.S4] \
	VLD1R.P 4(R2), [V21.S4] \
	VLD1R.P 4(R2), [V22.S4] \
	VLD1R.P 4(R2), [V23.S4] \
	VLD1R.P 4(R2), [V24.S4] \
	VLD1R.P 4(R2), [V25.S4] \
	VLD1R.P 4(R2), [V26.S4] \
	VLD1R.P 4(R2), [V27.S4] \
	VLD1R.P 4(R2), [V28.S4] \
	VLD1R.P 4(R2), [V29.S4] \
	VLD1R.P 4(R2), [V30.S4]

// EXP sets x to e^x and uses t, n and p.
#define EXP(x, t, n, p) \
	FMAX(x, x, 16) \
	FMIN(x, x, 17) \
	FMUL(t, x, 18) \
	FADD(t, t, 19) \
	FSUB(n, t, 19) \
	FMUL(p, n, 20) \
	FSUB(x, x, p)  \
	FMUL(p, n, 21) \
	FSUB(x, x, p)  \
	FMUL(p, x, 22) \
	FADD(p, p, 23) \
	FMUL(p, p, x)  \
	FADD(p, p, 24) \
	FMUL(p, p, x)  \
	FADD(p, p, 25) \
	FMUL(p, p, x)  \
	FADD(p, p, 26) \
	FMUL(p, p, x)  \
	FADD(p, p, 27) \
	FMUL(n, x, x)  \
	FMUL(p, p, n)  \
	FADD(p, p, x)  \
	FADD(p, p, 28) \
	SHL(t, t, 23)  \
	ADDI(x, t, p)

// GELU applies it to x and uses the others.
#define GELU(x, u, t, n, p) \
	FMUL(u, x, x)   \
	FMUL(u, u, x)   \
	FMUL(u, u, 29)  \
	FADD(u, u, x)   \
	FMUL(u, u, 30)  \
	EXP(u, t, n, p) \
	FADD(u, u, 28)  \
	FDIV(x, x, u)

// func gelu128(x *float32, n int, constants *float32)
//
// n is a multiple of 8.
TEXT ·gelu128(SB), NOSPLIT, $0-24
	MOVD x+0(FP), R0
	MOVD n+8(FP), R1
	MOVD constants+16(FP), R2
	CONSTANTS

loop:
	VLD1   (R0), [V0.S4, V1.S4]
	GELU(0, 2, 4, 6, 8)
	GELU(1, 3, 5, 7, 9)
	VST1.P [V0.S4, V1.S4], 32(R0)
	SUBS   $8, R1
	BNE    loop
	RET

// KEYS adds the products of number i of four queries with that of 16 keys.
#define KEYS(i) \
	VLD1 (R5), [V20.S4, V21.S4, V22.S4, V23.S4] \
	ADD  R4, R5         \
	FMULI(24, 20, 16, i) \
	FMULI(25, 21, 16, i) \
	FMULI(26, 22, 16, i) \
	FMULI(27, 23, 16, i) \
	FMULI(28, 20, 17, i) \
	FMULI(29, 21, 17, i) \
	FMULI(30, 22, 17, i) \
	FMULI(31, 23, 17, i) \
	SUM(FADD, 24, 25, 26, 27) \
	EACH(FADD, 28, 29, 30, 31) \
	FMULI(24, 20, 18, i) \
	FMULI(25, 21, 18, i) \
	FMULI(26, 22, 18, i) \
	FMULI(27, 23, 18, i) \
	FMULI(28, 20, 19, i) \
	FMULI(29, 21, 19, i) \
	FMULI(30, 22, 19, i) \
	FMULI(31, 23, 19, i) \
	FADD(8, 8, 24)      \
	FADD(9, 9, 25)      \
	FADD(10, 10, 26)    \
	FADD(11, 11, 27)    \
	FADD(12, 12, 28)    \
	FADD(13, 13, 29)    \
	FADD(14, 14, 30)    \
	FADD(15, 15, 31)

// func scores128(s, q, t *float32, stride int)
//
// Scores of four queries, rows of q, for stride keys: rows of s are stride
// apart. stride is a multiple of 16.
TEXT ·scores128(SB), NOSPLIT, $0-32
	MOVD s+0(FP), R0
	MOVD q+8(FP), R1
	MOVD t+16(FP), R2
	MOVD stride+24(FP), R3
	LSL  $2, R3, R4

keys:
	ZERO
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
	MOVD R2, R5
	MOVD $4608, R7
	MOVD R1, R9
	ADD  R7, R9, R10
	ADD  R7, R10, R11
	ADD  R7, R11, R12
	MOVD $32, R6

loop:
	VLD1.P 16(R9), [V16.S4]
	VLD1.P 16(R10), [V17.S4]
	VLD1.P 16(R11), [V18.S4]
	VLD1.P 16(R12), [V19.S4]
	KEYS(0)
	KEYS(1)
	KEYS(2)
	KEYS(3)
	SUBS   $4, R6
	BNE    loop
	VST1 [V0.S4, V1.S4, V2.S4, V3.S4], (R0)
	ADD  R4, R0, R7
	VST1 [V4.S4, V5.S4, V6.S4, V7.S4], (R7)
	ADD  R4, R7
	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R7)
	ADD  R4, R7
	VST1 [V12.S4, V13.S4, V14.S4, V15.S4], (R7)
	ADD  $64, R0
	ADD  $64, R2
	SUBS $16, R3
	BNE  keys
	RET

// func softmax128(s *float32, n int, constants *float32, last *int32) float32
//
// s has room for n rounded up to a multiple of 16; last is a mask of sixteen
// integers for the last of these.
TEXT ·softmax128(SB), NOSPLIT, $0-36
	MOVD s+0(FP), R0
	MOVD n+8(FP), R1
	MOVD constants+16(FP), R2
	MOVD last+24(FP), R3
	SUB  $1, R1
	AND  $~15, R1              // floats before the last sixteen
	ADD  R1<<2, R0, R4
	VLD1 (R3), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1 (R4), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1R (R0), [V0.S4]
	VMOV V0.B16, V1.B16
	VMOV V0.B16, V2.B16
	VMOV V0.B16, V3.B16
	VBIT V12.B16, V4.B16, V0.B16
	VBIT V13.B16, V5.B16, V1.B16
	VBIT V14.B16, V6.B16, V2.B16
	VBIT V15.B16, V7.B16, V3.B16
	MOVD R0, R5

largest:
	CMP    R5, R4
	BEQ    reduce
	VLD1.P 64(R5), [V4.S4, V5.S4, V6.S4, V7.S4]
	SUM(FMAX, 4, 5, 6, 7)
	B      largest

reduce:
	FMAX(0, 0, 1)
	FMAX(2, 2, 3)
	FMAX(0, 0, 2)
	FMAXV(0, 0)
	VDUP V0.S[0], V31.S4
	CONSTANTS
	ZERO

weights:
	VLD1   (R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	WITH(FSUB, 31)
	EXP(4, 8, 9, 10)
	EXP(5, 11, 29, 30)
	EXP(6, 8, 9, 10)
	EXP(7, 11, 29, 30)
	CMP    R0, R4
	BEQ    end
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R0)
	SUM(FADD, 4, 5, 6, 7)
	B      weights

end:
	VAND  V12.B16, V4.B16, V4.B16
	VAND  V13.B16, V5.B16, V5.B16
	VAND  V14.B16, V6.B16, V6.B16
	VAND  V15.B16, V7.B16, V7.B16
	VST1  [V4.S4, V5.S4, V6.S4, V7.S4], (R0)
	SUM(FADD, 4, 5, 6, 7)
	TOTAL
	FMOVS $1.0, F1
	FDIVS F0, F1, F0
	FMOVS F0, ret+32(FP)
	RET

// func weighted128(y, s, v, scale *float32, stride, n int)
//
// Two rows of y: the sums of n rows of v by weights s, times scale.
TEXT ·weighted128(SB), NOSPLIT, $0-48
	MOVD y+0(FP), R0
	MOVD s+8(FP), R1
	MOVD v+16(FP), R2
	MOVD scale+24(FP), R3
	MOVD stride+32(FP), R4
	MOVD n+40(FP), R5
	ADD  R4<<2, R1, R6
	MOVD $4480, R7             // from a row's end to the next
	ZERO
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
	VLD1R.P 4(R6), [V17.S4]
	VLD1.P  64(R2), [V18.S4, V19.S4, V20.S4, V21.S4]
	VLD1.P  64(R2), [V22.S4, V23.S4, V24.S4, V25.S4]
	ADD     R7, R2
	FMUL(26, 18, 16)
	FMUL(27, 19, 16)
	FMUL(28, 20, 16)
	FMUL(29, 21, 16)
	SUM(FADD, 26, 27, 28, 29)
	FMUL(26, 22, 16)
	FMUL(27, 23, 16)
	FMUL(28, 24, 16)
	FMUL(29, 25, 16)
	EACH(FADD, 26, 27, 28, 29)
	FMUL(18, 18, 17)
	FMUL(19, 19, 17)
	FMUL(20, 20, 17)
	FMUL(21, 21, 17)
	FMUL(22, 22, 17)
	FMUL(23, 23, 17)
	FMUL(24, 24, 17)
	FMUL(25, 25, 17)
	FADD(8, 8, 18)
	FADD(9, 9, 19)
	FADD(10, 10, 20)
	FADD(11, 11, 21)
	FADD(12, 12, 22)
	FADD(13, 13, 23)
	FADD(14, 14, 24)
	FADD(15, 15, 25)
	SUBS    $1, R5
	BNE     loop
	VLD1R.P 4(R3), [V16.S4]
	VLD1R   (R3), [V17.S4]
	SUM(FMUL, 16, 16, 16, 16)
	WITH(FMUL, 16)
	FMUL(8, 8, 17)
	FMUL(9, 9, 17)
	FMUL(10, 10, 17)
	FMUL(11, 11, 17)
	FMUL(12, 12, 17)
	FMUL(13, 13, 17)
	FMUL(14, 14, 17)
	FMUL(15, 15, 17)
	VST1.P [V0.S4, V1.S4, V2.S4, V3.S4], 64(R0)
	VST1   [V4.S4, V5.S4, V6.S4, V7.S4], (R0)
	ADD    $1472, R0
	VST1.P [V8.S4, V9.S4, V10.S4, V11.S4], 64(R0)
	VST1   [V12.S4, V13.S4, V14.S4, V15.S4], (R0)
	RET

// func add128(x, y *float32, n int)
//
// n is a multiple of 16.
TEXT ·add128(SB), NOSPLIT, $0-24
	MOVD x+0(FP), R0
	MOVD y+8(FP), R1
	MOVD n+16(FP), R2

loop:
	VLD1   (R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R1), [V8.S4, V9.S4, V10.S4, V11.S4]
	EACH(FADD, 8, 9, 10, 11)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R0)
	SUBS   $16, R2
	BNE    loop
	RET

// func addBytes128(x *float32, y *byte, n int, scale float32)
//
// n is a multiple of 16.
TEXT ·addBytes128(SB), NOSPLIT, $0-28
	MOVD x+0(FP), R0
	MOVD y+8(FP), R1
	MOVD n+16(FP), R2
	FMOVS scale+24(FP), F16
	VDUP  V16.S[0], V16.S4

loop:
	VLD1.P 16(R1), [V0.B16]
	SXTLB(2, 0)
	SXTLB2(3, 0)
	SXTLH(4, 2)
	SXTLH2(5, 2)
	SXTLH(6, 3)
	SXTLH2(7, 3)
	SCVTF(4, 4)
	SCVTF(5, 5)
	SCVTF(6, 6)
	SCVTF(7, 7)
	WITH(FMUL, 16)
	VLD1   (R0), [V8.S4, V9.S4, V10.S4, V11.S4]
	EACH(FADD, 8, 9, 10, 11)
	VST1.P [V4.S4, V5.S4, V6.S4, V7.S4], 64(R0)
	SUBS   $16, R2
	BNE    loop
	RET

// func dot128(x, y *float32, n int) float32
//
// n is a multiple of 16.
TEXT ·dot128(SB), NOSPLIT, $0-28
	MOVD x+0(FP), R0
	MOVD y+8(FP), R1
	MOVD n+16(FP), R2
	ZERO

loop:
	VLD1.P 64(R0), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R1), [V8.S4, V9.S4, V10.S4, V11.S4]
	EACH(FMUL, 8, 9, 10, 11)
	SUM(FADD, 4, 5, 6, 7)
	SUBS   $16, R2
	BNE    loop
	TOTAL
	FMOVS  F0, ret+24(FP)
	RET
