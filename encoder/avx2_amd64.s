#include "textflag.h"

// The inner loops for AVX2. portable.go says what they compute; not one float
// operation here may be fused with another or change places. A sum's sixteen
// lanes are two registers.

// TOTAL adds the lanes of a and b, whose lower halves are x and bx.
#define TOTAL(a, x, b, bx) \
	VADDPS       b, a, a     \
	VEXTRACTF128 $1, a, bx   \
	VADDPS       bx, x, x    \
	VPERMILPS    $14, x, bx  \
	VADDPS       bx, x, x    \
	VPERMILPS    $1, x, bx   \
	VADDSS       bx, x, x

// LARGEST is the largest lane of a and b.
#define LARGEST(a, x, b, bx) \
	VMAXPS       b, a, a     \
	VEXTRACTF128 $1, a, bx   \
	VMAXPS       bx, x, x    \
	VPERMILPS    $14, x, bx  \
	VMAXPS       bx, x, x    \
	VPERMILPS    $1, x, bx   \
	VMAXPS       bx, x, x

// DOTS adds the products of four inputs of a row with those of 16 outputs: even
// and odd bytes are products of 16-bit integers, which never overflow.
#define DOTS(row, a, b) \
	VPBROADCASTD row, Y12    \
	VPSRLW       $8, Y12, Y13 \
	VPAND        Y15, Y12, Y12 \
	VPMADDWD     Y8, Y12, Y14 \
	VPADDD       Y14, a, a   \
	VPMADDWD     Y10, Y12, Y12 \
	VPADDD       Y12, b, b   \
	VPMADDWD     Y9, Y13, Y14 \
	VPADDD       Y14, a, a   \
	VPMADDWD     Y11, Y13, Y13 \
	VPADDD       Y13, b, b

// SCALED stores one row's 16 outputs.
#define SCALED(a, b) \
	VBROADCASTSS (R11), Y8        \
	VMULPS       (R12), Y8, Y9    \
	VMULPS       32(R12), Y8, Y10 \
	VCVTDQ2PS    a, a             \
	VCVTDQ2PS    b, b             \
	VMULPS       Y9, a, a         \
	VMULPS       Y10, b, b        \
	VADDPS       (R13), a, a      \
	VADDPS       32(R13), b, b    \
	VMOVUPS      a, (DI)          \
	VMOVUPS      b, 32(DI)        \
	ADDQ         $4, R11          \
	ADDQ         R14, DI

// func product256(y *float32, x *uint8, scale *float32, in, out int, weights *byte, start *int32, wscale, bias *float32)
//
// Three rows, 16 outputs.
TEXT ·product256(SB), NOSPLIT, $0-72
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), AX
	MOVQ scale+16(FP), R11
	MOVQ in+24(FP), BX
	MOVQ out+32(FP), R14
	MOVQ weights+40(FP), SI
	MOVQ start+48(FP), R8
	MOVQ wscale+56(FP), R12
	MOVQ bias+64(FP), R13
	SHLQ $2, R14
	VPCMPEQD Y15, Y15, Y15
	VPSRLW   $8, Y15, Y15
	VMOVDQU  (R8), Y0
	VMOVDQU  32(R8), Y1
	VMOVDQA  Y0, Y2
	VMOVDQA  Y1, Y3
	VMOVDQA  Y0, Y4
	VMOVDQA  Y1, Y5
	MOVQ BX, CX
	SHRQ $2, CX

loop:
	VMOVDQU (SI), Y9
	VMOVDQU 32(SI), Y11
	VPSLLW  $8, Y9, Y8
	VPSLLW  $8, Y11, Y10
	VPSRAW  $8, Y9, Y9
	VPSRAW  $8, Y11, Y11
	VPSRAW  $8, Y8, Y8
	VPSRAW  $8, Y10, Y10
	DOTS((AX), Y0, Y1)
	DOTS((AX)(BX*1), Y2, Y3)
	DOTS((AX)(BX*2), Y4, Y5)
	ADDQ $4, AX
	ADDQ $64, SI
	DECQ CX
	JNZ  loop
	SCALED(Y0, Y1)
	SCALED(Y2, Y3)
	SCALED(Y4, Y5)
	VZEROUPPER
	RET

// func largest256(x *float32, n int) float32
//
// The largest |x|; n is a multiple of 32.
TEXT ·largest256(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	VPCMPEQD Y4, Y4, Y4
	VPSRLD   $1, Y4, Y4
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3

loop:
	VANDPS (SI), Y4, Y5
	VANDPS 32(SI), Y4, Y6
	VANDPS 64(SI), Y4, Y7
	VANDPS 96(SI), Y4, Y8
	VMAXPS Y5, Y0, Y0
	VMAXPS Y6, Y1, Y1
	VMAXPS Y7, Y2, Y2
	VMAXPS Y8, Y3, Y3
	ADDQ   $128, SI
	SUBQ   $32, CX
	JNZ    loop
	VMAXPS Y2, Y0, Y0
	VMAXPS Y3, Y1, Y1
	LARGEST(Y0, X0, Y1, X1)
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func round256(q *uint8, x *float32, n int, inverse float32, order *int32)
//
// n is a multiple of 32. order puts groups of four bytes right after packing.
TEXT ·round256(SB), NOSPLIT, $0-40
	MOVQ q+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS inverse+24(FP), Y4
	MOVQ order+32(FP), AX
	VMOVDQU  (AX), Y6
	VPCMPEQD Y5, Y5, Y5
	VPSRLD   $31, Y5, Y5
	VPSLLD   $7, Y5, Y5

loop:
	VMULPS (SI), Y4, Y0
	VMULPS 32(SI), Y4, Y1
	VMULPS 64(SI), Y4, Y2
	VMULPS 96(SI), Y4, Y3
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VCVTPS2DQ Y2, Y2
	VCVTPS2DQ Y3, Y3
	VPADDD Y5, Y0, Y0
	VPADDD Y5, Y1, Y1
	VPADDD Y5, Y2, Y2
	VPADDD Y5, Y3, Y3
	VPACKSSDW Y1, Y0, Y0
	VPACKSSDW Y3, Y2, Y2
	VPACKUSWB Y2, Y0, Y0
	VPERMD  Y0, Y6, Y0
	VMOVDQU Y0, (DI)
	ADDQ $128, SI
	ADDQ $32, DI
	SUBQ $32, CX
	JNZ  loop
	VZEROUPPER
	RET

// func normalize256(x, y, gain, bias *float32, n int, count, epsilon float32)
TEXT ·normalize256(SB), NOSPLIT, $0-48
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	MOVQ gain+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ n+32(FP), R10
	SHLQ $2, R10
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ CX, CX

sum:
	VMOVUPS (SI)(CX*1), Y2
	VMOVUPS 32(SI)(CX*1), Y3
	VADDPS  (DI)(CX*1), Y2, Y2
	VADDPS  32(DI)(CX*1), Y3, Y3
	VMOVUPS Y2, (SI)(CX*1)
	VMOVUPS Y3, 32(SI)(CX*1)
	VADDPS  Y2, Y0, Y0
	VADDPS  Y3, Y1, Y1
	ADDQ    $64, CX
	CMPQ    CX, R10
	JNE     sum
	TOTAL(Y0, X0, Y1, X1)
	VDIVSS count+40(FP), X0, X0
	VBROADCASTSS X0, Y4
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ CX, CX

squares:
	VMOVUPS (SI)(CX*1), Y2
	VMOVUPS 32(SI)(CX*1), Y3
	VSUBPS  Y4, Y2, Y2
	VSUBPS  Y4, Y3, Y3
	VMOVUPS Y2, (SI)(CX*1)
	VMOVUPS Y3, 32(SI)(CX*1)
	VMULPS  Y2, Y2, Y2
	VMULPS  Y3, Y3, Y3
	VADDPS  Y2, Y0, Y0
	VADDPS  Y3, Y1, Y1
	ADDQ    $64, CX
	CMPQ    CX, R10
	JNE     squares
	TOTAL(Y0, X0, Y1, X1)
	VDIVSS count+40(FP), X0, X0
	VADDSS epsilon+44(FP), X0, X0
	VSQRTSS X0, X0, X0
	MOVL $0x3f800000, AX
	VMOVD AX, X1
	VDIVSS X0, X1, X0
	VBROADCASTSS X0, Y4
	XORQ CX, CX

scale:
	VMULPS  (SI)(CX*1), Y4, Y2
	VMULPS  32(SI)(CX*1), Y4, Y3
	VMULPS  (R8)(CX*1), Y2, Y2
	VMULPS  32(R8)(CX*1), Y3, Y3
	VADDPS  (R9)(CX*1), Y2, Y2
	VADDPS  32(R9)(CX*1), Y3, Y3
	VMOVUPS Y2, (SI)(CX*1)
	VMOVUPS Y3, 32(SI)(CX*1)
	ADDQ    $64, CX
	CMPQ    CX, R10
	JNE     scale
	VZEROUPPER
	RET

// EXP sets x to e^x and uses t, n and p. AX points to the constants, eight of
// each.
#define EXP(x, t, n, p) \
	VMAXPS 0(AX), x, x   \
	VMINPS 32(AX), x, x  \
	VMULPS 64(AX), x, t  \
	VADDPS 96(AX), t, t  \
	VSUBPS 96(AX), t, n  \
	VMULPS 128(AX), n, p \
	VSUBPS p, x, x       \
	VMULPS 160(AX), n, p \
	VSUBPS p, x, x       \
	VMULPS 192(AX), x, p \
	VADDPS 224(AX), p, p \
	VMULPS x, p, p       \
	VADDPS 256(AX), p, p \
	VMULPS x, p, p       \
	VADDPS 288(AX), p, p \
	VMULPS x, p, p       \
	VADDPS 320(AX), p, p \
	VMULPS x, p, p       \
	VADDPS 352(AX), p, p \
	VMULPS x, x, n       \
	VMULPS n, p, p       \
	VADDPS x, p, p       \
	VADDPS 384(AX), p, p \
	VPSLLD $23, t, t     \
	VPADDD t, p, x

// func gelu256(x *float32, n int, constants *float32)
//
// n is a multiple of 8.
TEXT ·gelu256(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	MOVQ constants+16(FP), AX

loop:
	VMOVUPS (SI), Y0
	VMULPS  Y0, Y0, Y1
	VMULPS  Y0, Y1, Y1
	VMULPS  416(AX), Y1, Y1
	VADDPS  Y0, Y1, Y1
	VMULPS  448(AX), Y1, Y1
	EXP(Y1, Y2, Y3, Y4)
	VADDPS  384(AX), Y1, Y1
	VDIVPS  Y1, Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ    $32, SI
	SUBQ    $8, CX
	JNZ     loop
	VZEROUPPER
	RET

// func scores256(s, q, t *float32, stride int)
//
// Scores of four queries, rows of q, for stride keys: rows of s are stride
// apart. stride is a multiple of 16.
TEXT ·scores256(SB), NOSPLIT, $0-32
	MOVQ s+0(FP), DI
	MOVQ q+8(FP), SI
	MOVQ t+16(FP), R8
	MOVQ stride+24(FP), R9
	MOVQ R9, R10
	SHLQ $2, R9
	LEAQ (R9)(R9*2), R11

keys:
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	MOVQ R8, BX
	XORQ CX, CX

loop:
	VMOVUPS (BX), Y8
	VMOVUPS 32(BX), Y9
	VBROADCASTSS 0*4608(SI)(CX*4), Y10
	VBROADCASTSS 1*4608(SI)(CX*4), Y11
	VMULPS Y8, Y10, Y12
	VMULPS Y9, Y10, Y13
	VMULPS Y8, Y11, Y14
	VMULPS Y9, Y11, Y15
	VADDPS Y12, Y0, Y0
	VADDPS Y13, Y1, Y1
	VADDPS Y14, Y2, Y2
	VADDPS Y15, Y3, Y3
	VBROADCASTSS 2*4608(SI)(CX*4), Y10
	VBROADCASTSS 3*4608(SI)(CX*4), Y11
	VMULPS Y8, Y10, Y12
	VMULPS Y9, Y10, Y13
	VMULPS Y8, Y11, Y14
	VMULPS Y9, Y11, Y15
	VADDPS Y12, Y4, Y4
	VADDPS Y13, Y5, Y5
	VADDPS Y14, Y6, Y6
	VADDPS Y15, Y7, Y7
	ADDQ R9, BX
	INCQ CX
	CMPQ CX, $32
	JNE  loop
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, (DI)(R9*1)
	VMOVUPS Y3, 32(DI)(R9*1)
	VMOVUPS Y4, (DI)(R9*2)
	VMOVUPS Y5, 32(DI)(R9*2)
	VMOVUPS Y6, (DI)(R11*1)
	VMOVUPS Y7, 32(DI)(R11*1)
	ADDQ $64, DI
	ADDQ $64, R8
	SUBQ $16, R10
	JNZ  keys
	VZEROUPPER
	RET

// func softmax256(s *float32, n int, constants *float32, last *int32) float32
//
// s has room for n rounded up to a multiple of 16; last is a mask of sixteen
// integers for the last of these.
TEXT ·softmax256(SB), NOSPLIT, $0-36
	MOVQ s+0(FP), SI
	MOVQ n+8(FP), BX
	MOVQ constants+16(FP), AX
	MOVQ last+24(FP), DX
	DECQ BX
	ANDQ $-16, BX
	SHLQ $2, BX               // bytes before the last sixteen
	VMOVUPS (DX), Y14
	VMOVUPS 32(DX), Y15
	VBROADCASTSS (SI), Y5
	VBLENDVPS Y15, 32(SI)(BX*1), Y5, Y6
	VBLENDVPS Y14, (SI)(BX*1), Y5, Y5
	XORQ CX, CX

largest:
	CMPQ   CX, BX
	JEQ    reduce
	VMAXPS (SI)(CX*1), Y5, Y5
	VMAXPS 32(SI)(CX*1), Y6, Y6
	ADDQ   $64, CX
	JMP    largest

reduce:
	LARGEST(Y5, X5, Y6, X6)
	VBROADCASTSS X5, Y5
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ CX, CX

weights:
	VMOVUPS (SI)(CX*1), Y2
	VMOVUPS 32(SI)(CX*1), Y6
	VSUBPS  Y5, Y2, Y2
	VSUBPS  Y5, Y6, Y6
	EXP(Y2, Y7, Y8, Y9)
	EXP(Y6, Y10, Y11, Y12)
	CMPQ    CX, BX
	JEQ     end
	VMOVUPS Y2, (SI)(CX*1)
	VMOVUPS Y6, 32(SI)(CX*1)
	VADDPS  Y2, Y0, Y0
	VADDPS  Y6, Y1, Y1
	ADDQ    $64, CX
	JMP     weights

end:
	VANDPS  Y14, Y2, Y2
	VANDPS  Y15, Y6, Y6
	VMOVUPS Y2, (SI)(CX*1)
	VMOVUPS Y6, 32(SI)(CX*1)
	VADDPS  Y2, Y0, Y0
	VADDPS  Y6, Y1, Y1
	TOTAL(Y0, X0, Y1, X1)
	VMOVSS  384(AX), X1
	VDIVSS  X0, X1, X0
	VMOVSS  X0, ret+32(FP)
	VZEROUPPER
	RET

// WEIGH stores a row of sums times its scale.
#define WEIGH(at, a, b, c, d) \
	VBROADCASTSS at(R11), Y12 \
	VMULPS  Y12, a, a  \
	VMULPS  Y12, b, b  \
	VMULPS  Y12, c, c  \
	VMULPS  Y12, d, d  \
	VMOVUPS a, (DI)    \
	VMOVUPS b, 32(DI)  \
	VMOVUPS c, 64(DI)  \
	VMOVUPS d, 96(DI)  \
	ADDQ    $1536, DI

// func weighted256(y, s, v, scale *float32, stride, n int)
//
// Two rows of y: the sums of n rows of v by weights s, times scale.
TEXT ·weighted256(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ s+8(FP), SI
	MOVQ v+16(FP), R8
	MOVQ scale+24(FP), R11
	MOVQ stride+32(FP), R9
	MOVQ n+40(FP), CX
	SHLQ $2, R9
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7

loop:
	VBROADCASTSS (SI), Y8
	VBROADCASTSS (SI)(R9*1), Y9
	VMULPS (R8), Y8, Y10
	VMULPS 32(R8), Y8, Y11
	VMULPS 64(R8), Y8, Y12
	VMULPS 96(R8), Y8, Y13
	VADDPS Y10, Y0, Y0
	VADDPS Y11, Y1, Y1
	VADDPS Y12, Y2, Y2
	VADDPS Y13, Y3, Y3
	VMULPS (R8), Y9, Y10
	VMULPS 32(R8), Y9, Y11
	VMULPS 64(R8), Y9, Y12
	VMULPS 96(R8), Y9, Y13
	VADDPS Y10, Y4, Y4
	VADDPS Y11, Y5, Y5
	VADDPS Y12, Y6, Y6
	VADDPS Y13, Y7, Y7
	ADDQ $4, SI
	ADDQ $4608, R8
	DECQ CX
	JNZ  loop
	WEIGH(0, Y0, Y1, Y2, Y3)
	WEIGH(4, Y4, Y5, Y6, Y7)
	VZEROUPPER
	RET

// func add256(x, y *float32, n int)
//
// n is a multiple of 8.
TEXT ·add256(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ n+16(FP), CX

loop:
	VMOVUPS (DI), Y0
	VADDPS  (SI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ    $32, DI
	ADDQ    $32, SI
	SUBQ    $8, CX
	JNZ     loop
	VZEROUPPER
	RET

// func addBytes256(x *float32, y *byte, n int, scale float32)
//
// n is a multiple of 8.
TEXT ·addBytes256(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Y1

loop:
	VPMOVSXBD (SI), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS  Y1, Y0, Y0
	VADDPS  (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ    $32, DI
	ADDQ    $8, SI
	SUBQ    $8, CX
	JNZ     loop
	VZEROUPPER
	RET

// func dot256(x, y *float32, n int) float32
//
// n is a multiple of 16.
TEXT ·dot256(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ n+16(FP), CX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1

loop:
	VMOVUPS (DI), Y2
	VMOVUPS 32(DI), Y3
	VMULPS  (SI), Y2, Y2
	VMULPS  32(SI), Y3, Y3
	VADDPS  Y2, Y0, Y0
	VADDPS  Y3, Y1, Y1
	ADDQ    $64, DI
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     loop
	TOTAL(Y0, X0, Y1, X1)
	VMOVSS  X0, ret+24(FP)
	VZEROUPPER
	RET
