#include "textflag.h"

// The inner loops for AVX-512 with VNNI. portable.go says what they compute;
// not one float operation here may be fused with another or change places.

// TOTAL adds the lanes of z, whose halves are y and x; t and tx are for a half.
#define TOTAL(z, y, x, t, tx) \
	VEXTRACTF64X4 $1, z, t  \
	VADDPS        t, y, y   \
	VEXTRACTF128  $1, y, tx \
	VADDPS        tx, x, x  \
	VPERMILPS     $14, x, tx \
	VADDPS        tx, x, x  \
	VPERMILPS     $1, x, tx \
	VADDSS        tx, x, x

// DOTS adds the products of four inputs of one row with those of 64 outputs.
#define DOTS(row, a, b, c, d) \
	VPBROADCASTD row, Z28      \
	VPDPBUSD     Z24, Z28, a   \
	VPDPBUSD     Z25, Z28, b   \
	VPDPBUSD     Z26, Z28, c   \
	VPDPBUSD     Z27, Z28, d

// SCALED stores one row's 64 outputs.
#define SCALED(a, b, c, d) \
	VBROADCASTSS (R11), Z24       \
	VMULPS       (R12), Z24, Z25  \
	VMULPS       64(R12), Z24, Z26 \
	VMULPS       128(R12), Z24, Z27 \
	VMULPS       192(R12), Z24, Z28 \
	VCVTDQ2PS    a, a             \
	VCVTDQ2PS    b, b             \
	VCVTDQ2PS    c, c             \
	VCVTDQ2PS    d, d             \
	VMULPS       Z25, a, a        \
	VMULPS       Z26, b, b        \
	VMULPS       Z27, c, c        \
	VMULPS       Z28, d, d        \
	VADDPS       (R13), a, a      \
	VADDPS       64(R13), b, b    \
	VADDPS       128(R13), c, c   \
	VADDPS       192(R13), d, d   \
	VMOVUPS      a, (DI)          \
	VMOVUPS      b, 64(DI)        \
	VMOVUPS      c, 128(DI)       \
	VMOVUPS      d, 192(DI)       \
	ADDQ         $4, R11          \
	ADDQ         R14, DI

// func product512(y *float32, x *uint8, scale *float32, in, out int, weights *byte, start *int32, wscale, bias *float32)
//
// Six rows, 64 outputs: 24 sums stay in registers.
TEXT ·product512(SB), NOSPLIT, $0-72
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
	MOVQ BX, DX
	SHLQ $4, DX             // bytes of a block of 16 outputs
	LEAQ (AX)(BX*2), R9
	ADDQ BX, R9             // row 3
	LEAQ (SI)(DX*2), R10
	ADDQ DX, R10            // block 3

	VMOVDQU32 (R8), Z0
	VMOVDQU32 64(R8), Z1
	VMOVDQU32 128(R8), Z2
	VMOVDQU32 192(R8), Z3
	VMOVDQA32 Z0, Z4
	VMOVDQA32 Z1, Z5
	VMOVDQA32 Z2, Z6
	VMOVDQA32 Z3, Z7
	VMOVDQA32 Z0, Z8
	VMOVDQA32 Z1, Z9
	VMOVDQA32 Z2, Z10
	VMOVDQA32 Z3, Z11
	VMOVDQA32 Z0, Z12
	VMOVDQA32 Z1, Z13
	VMOVDQA32 Z2, Z14
	VMOVDQA32 Z3, Z15
	VMOVDQA32 Z0, Z16
	VMOVDQA32 Z1, Z17
	VMOVDQA32 Z2, Z18
	VMOVDQA32 Z3, Z19
	VMOVDQA32 Z0, Z20
	VMOVDQA32 Z1, Z21
	VMOVDQA32 Z2, Z22
	VMOVDQA32 Z3, Z23
	MOVQ BX, CX
	SHRQ $2, CX

loop:
	VMOVDQU32 (SI), Z24
	VMOVDQU32 (SI)(DX*1), Z25
	VMOVDQU32 (SI)(DX*2), Z26
	VMOVDQU32 (R10), Z27
	DOTS((AX), Z0, Z1, Z2, Z3)
	DOTS((AX)(BX*1), Z4, Z5, Z6, Z7)
	DOTS((AX)(BX*2), Z8, Z9, Z10, Z11)
	DOTS((R9), Z12, Z13, Z14, Z15)
	DOTS((R9)(BX*1), Z16, Z17, Z18, Z19)
	DOTS((R9)(BX*2), Z20, Z21, Z22, Z23)
	ADDQ $4, AX
	ADDQ $4, R9
	ADDQ $64, SI
	ADDQ $64, R10
	DECQ CX
	JNZ  loop

	SCALED(Z0, Z1, Z2, Z3)
	SCALED(Z4, Z5, Z6, Z7)
	SCALED(Z8, Z9, Z10, Z11)
	SCALED(Z12, Z13, Z14, Z15)
	SCALED(Z16, Z17, Z18, Z19)
	SCALED(Z20, Z21, Z22, Z23)
	VZEROUPPER
	RET

// func largest512(x *float32, n int) float32
//
// The largest |x|; n is a multiple of 64.
TEXT ·largest512(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	MOVL $0x7fffffff, AX
	VPBROADCASTD AX, Z4
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3

loop:
	VPANDD (SI), Z4, Z5
	VPANDD 64(SI), Z4, Z6
	VPANDD 128(SI), Z4, Z7
	VPANDD 192(SI), Z4, Z8
	VMAXPS Z5, Z0, Z0
	VMAXPS Z6, Z1, Z1
	VMAXPS Z7, Z2, Z2
	VMAXPS Z8, Z3, Z3
	ADDQ   $256, SI
	SUBQ   $64, CX
	JNZ    loop
	VMAXPS Z1, Z0, Z0
	VMAXPS Z3, Z2, Z2
	VMAXPS Z2, Z0, Z0
	VEXTRACTF64X4 $1, Z0, Y1
	VMAXPS Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $14, X0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $1, X0, X1
	VMAXPS X1, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func round512(q *uint8, x *float32, n int, inverse float32)
//
// n is a multiple of 64.
TEXT ·round512(SB), NOSPLIT, $0-28
	MOVQ q+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS inverse+24(FP), Z4
	MOVL $128, AX
	VPBROADCASTD AX, Z5

loop:
	VMULPS (SI), Z4, Z0
	VMULPS 64(SI), Z4, Z1
	VMULPS 128(SI), Z4, Z2
	VMULPS 192(SI), Z4, Z3
	VCVTPS2DQ Z0, Z0
	VCVTPS2DQ Z1, Z1
	VCVTPS2DQ Z2, Z2
	VCVTPS2DQ Z3, Z3
	VPADDD Z5, Z0, Z0
	VPADDD Z5, Z1, Z1
	VPADDD Z5, Z2, Z2
	VPADDD Z5, Z3, Z3
	VPMOVDB Z0, (DI)
	VPMOVDB Z1, 16(DI)
	VPMOVDB Z2, 32(DI)
	VPMOVDB Z3, 48(DI)
	ADDQ $256, SI
	ADDQ $64, DI
	SUBQ $64, CX
	JNZ  loop
	VZEROUPPER
	RET

// func normalize512(x, y, gain, bias *float32, n int, count, epsilon float32)
TEXT ·normalize512(SB), NOSPLIT, $0-48
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	MOVQ gain+16(FP), R8
	MOVQ bias+24(FP), R9
	MOVQ n+32(FP), R10
	SHLQ $2, R10
	VPXORD Z0, Z0, Z0
	XORQ CX, CX

sum:
	VMOVUPS (SI)(CX*1), Z1
	VADDPS  (DI)(CX*1), Z1, Z1
	VMOVUPS Z1, (SI)(CX*1)
	VADDPS  Z1, Z0, Z0
	ADDQ    $64, CX
	CMPQ    CX, R10
	JNE     sum
	TOTAL(Z0, Y0, X0, Y1, X1)
	VDIVSS count+40(FP), X0, X0
	VBROADCASTSS X0, Z2
	VPXORD Z0, Z0, Z0
	XORQ CX, CX

squares:
	VMOVUPS (SI)(CX*1), Z1
	VSUBPS  Z2, Z1, Z1
	VMOVUPS Z1, (SI)(CX*1)
	VMULPS  Z1, Z1, Z1
	VADDPS  Z1, Z0, Z0
	ADDQ    $64, CX
	CMPQ    CX, R10
	JNE     squares
	TOTAL(Z0, Y0, X0, Y1, X1)
	VDIVSS count+40(FP), X0, X0
	VADDSS epsilon+44(FP), X0, X0
	VSQRTSS X0, X0, X0
	MOVL $0x3f800000, AX
	VMOVD AX, X1
	VDIVSS X0, X1, X0
	VBROADCASTSS X0, Z2
	XORQ CX, CX

scale:
	VMULPS  (SI)(CX*1), Z2, Z1
	VMULPS  (R8)(CX*1), Z1, Z1
	VADDPS  (R9)(CX*1), Z1, Z1
	VMOVUPS Z1, (SI)(CX*1)
	ADDQ    $64, CX
	CMPQ    CX, R10
	JNE     scale
	VZEROUPPER
	RET

// CONSTANTS loads what EXP needs into Z16 to Z28; AX points to it.
#define CONSTANTS \
	VBROADCASTSS 0(AX), Z16  \
	VBROADCASTSS 4(AX), Z17  \
	VBROADCASTSS 8(AX), Z18  \
	VBROADCASTSS 12(AX), Z19 \
	VBROADCASTSS 16(AX), Z20 \
	VBROADCASTSS 20(AX), Z21 \
	VBROADCASTSS 24(AX), Z22 \
	VBROADCASTSS 28(AX), Z23 \
	VBROADCASTSS 32(AX), Z24 \
	VBROADCASTSS 36(AX), Z25 \
	VBROADCASTSS 40(AX), Z26 \
	VBROADCASTSS 44(AX), Z27 \
	VBROADCASTSS 48(AX), Z28

// EXP sets x to e^x and uses t, n and p.
#define EXP(x, t, n, p) \
	VMAXPS Z16, x, x \
	VMINPS Z17, x, x \
	VMULPS Z18, x, t \
	VADDPS Z19, t, t \
	VSUBPS Z19, t, n \
	VMULPS Z20, n, p \
	VSUBPS p, x, x   \
	VMULPS Z21, n, p \
	VSUBPS p, x, x   \
	VMULPS Z22, x, p \
	VADDPS Z23, p, p \
	VMULPS x, p, p   \
	VADDPS Z24, p, p \
	VMULPS x, p, p   \
	VADDPS Z25, p, p \
	VMULPS x, p, p   \
	VADDPS Z26, p, p \
	VMULPS x, p, p   \
	VADDPS Z27, p, p \
	VMULPS x, x, n   \
	VMULPS n, p, p   \
	VADDPS x, p, p   \
	VADDPS Z28, p, p \
	VPSLLD $23, t, t \
	VPADDD t, p, x

// func gelu512(x *float32, n int, constants *float32)
//
// n is a multiple of 16.
TEXT ·gelu512(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	MOVQ constants+16(FP), AX
	CONSTANTS
	VBROADCASTSS 52(AX), Z14
	VBROADCASTSS 56(AX), Z15

loop:
	VMOVUPS (SI), Z0
	VMULPS  Z0, Z0, Z1
	VMULPS  Z0, Z1, Z1
	VMULPS  Z14, Z1, Z1
	VADDPS  Z0, Z1, Z1
	VMULPS  Z15, Z1, Z1
	EXP(Z1, Z2, Z3, Z4)
	VADDPS  Z28, Z1, Z1
	VDIVPS  Z1, Z0, Z0
	VMOVUPS Z0, (SI)
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// PAIRS interleaves the floats of a and b into c and d, TWINS their pairs.
#define PAIRS(a, b, c, d) \
	VUNPCKLPS b, a, c \
	VUNPCKHPS b, a, d

#define TWINS(a, b, c, d) \
	VUNPCKLPD b, a, c \
	VUNPCKHPD b, a, d

// QUARTERS takes the even quarters of a and b into c, the odd ones into d.
#define QUARTERS(a, b, c, d) \
	VSHUFF32X4 $0x88, b, a, c \
	VSHUFF32X4 $0xdd, b, a, d

// func turn512(t, k *float32, stride int)
//
// Sets t[d·stride:][:16] to element d of sixteen rows of k, which are 3·Width
// apart, for d up to 16.
TEXT ·turn512(SB), NOSPLIT, $0-24
	MOVQ t+0(FP), DI
	MOVQ k+8(FP), SI
	MOVQ stride+16(FP), DX
	SHLQ $2, DX
	VMOVUPS 0*4608(SI), Z0
	VMOVUPS 1*4608(SI), Z1
	VMOVUPS 2*4608(SI), Z2
	VMOVUPS 3*4608(SI), Z3
	VMOVUPS 4*4608(SI), Z4
	VMOVUPS 5*4608(SI), Z5
	VMOVUPS 6*4608(SI), Z6
	VMOVUPS 7*4608(SI), Z7
	VMOVUPS 8*4608(SI), Z8
	VMOVUPS 9*4608(SI), Z9
	VMOVUPS 10*4608(SI), Z10
	VMOVUPS 11*4608(SI), Z11
	VMOVUPS 12*4608(SI), Z12
	VMOVUPS 13*4608(SI), Z13
	VMOVUPS 14*4608(SI), Z14
	VMOVUPS 15*4608(SI), Z15

	PAIRS(Z0, Z1, Z16, Z17)
	PAIRS(Z2, Z3, Z18, Z19)
	PAIRS(Z4, Z5, Z20, Z21)
	PAIRS(Z6, Z7, Z22, Z23)
	PAIRS(Z8, Z9, Z24, Z25)
	PAIRS(Z10, Z11, Z26, Z27)
	PAIRS(Z12, Z13, Z28, Z29)
	PAIRS(Z14, Z15, Z30, Z31)

	// Z0 to Z3: elements 0 to 3 of rows 0 to 3, in each quarter q those of 4q on.
	TWINS(Z16, Z18, Z0, Z1)
	TWINS(Z17, Z19, Z2, Z3)
	TWINS(Z20, Z22, Z4, Z5)
	TWINS(Z21, Z23, Z6, Z7)
	TWINS(Z24, Z26, Z8, Z9)
	TWINS(Z25, Z27, Z10, Z11)
	TWINS(Z28, Z30, Z12, Z13)
	TWINS(Z29, Z31, Z14, Z15)

	// Z16+e: element e and 8+e of rows 0 to 7; Z20+e: 4+e and 12+e.
	QUARTERS(Z0, Z4, Z16, Z20)
	QUARTERS(Z1, Z5, Z17, Z21)
	QUARTERS(Z2, Z6, Z18, Z22)
	QUARTERS(Z3, Z7, Z19, Z23)
	QUARTERS(Z8, Z12, Z24, Z28)
	QUARTERS(Z9, Z13, Z25, Z29)
	QUARTERS(Z10, Z14, Z26, Z30)
	QUARTERS(Z11, Z15, Z27, Z31)

	QUARTERS(Z16, Z24, Z0, Z8)
	QUARTERS(Z17, Z25, Z1, Z9)
	QUARTERS(Z18, Z26, Z2, Z10)
	QUARTERS(Z19, Z27, Z3, Z11)
	QUARTERS(Z20, Z28, Z4, Z12)
	QUARTERS(Z21, Z29, Z5, Z13)
	QUARTERS(Z22, Z30, Z6, Z14)
	QUARTERS(Z23, Z31, Z7, Z15)

	VMOVUPS Z0, (DI)
	VMOVUPS Z1, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z2, (DI)
	VMOVUPS Z3, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z4, (DI)
	VMOVUPS Z5, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z6, (DI)
	VMOVUPS Z7, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z8, (DI)
	VMOVUPS Z9, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z10, (DI)
	VMOVUPS Z11, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z12, (DI)
	VMOVUPS Z13, (DI)(DX*1)
	LEAQ    (DI)(DX*2), DI
	VMOVUPS Z14, (DI)
	VMOVUPS Z15, (DI)(DX*1)
	VZEROUPPER
	RET

// func scores512(s, q, t *float32, stride int)
//
// Scores of four queries, rows of q, for stride keys: rows of s are stride
// apart. stride is a multiple of 16.
TEXT ·scores512(SB), NOSPLIT, $0-32
	MOVQ s+0(FP), DI
	MOVQ q+8(FP), SI
	MOVQ t+16(FP), R8
	MOVQ stride+24(FP), R9
	MOVQ R9, R10
	SHLQ $2, R9
	LEAQ (R9)(R9*2), R11

two:
	CMPQ R10, $32
	JLT  one
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
	MOVQ R8, BX
	XORQ CX, CX

twoLoop:
	VMOVUPS (BX), Z8
	VMOVUPS 64(BX), Z9
	VMULPS.BCST 0*4608(SI)(CX*4), Z8, Z14
	VMULPS.BCST 0*4608(SI)(CX*4), Z9, Z15
	VMULPS.BCST 1*4608(SI)(CX*4), Z8, Z16
	VMULPS.BCST 1*4608(SI)(CX*4), Z9, Z17
	VMULPS.BCST 2*4608(SI)(CX*4), Z8, Z18
	VMULPS.BCST 2*4608(SI)(CX*4), Z9, Z19
	VMULPS.BCST 3*4608(SI)(CX*4), Z8, Z20
	VMULPS.BCST 3*4608(SI)(CX*4), Z9, Z21
	VADDPS Z14, Z0, Z0
	VADDPS Z15, Z1, Z1
	VADDPS Z16, Z2, Z2
	VADDPS Z17, Z3, Z3
	VADDPS Z18, Z4, Z4
	VADDPS Z19, Z5, Z5
	VADDPS Z20, Z6, Z6
	VADDPS Z21, Z7, Z7
	ADDQ R9, BX
	INCQ CX
	CMPQ CX, $32
	JNE  twoLoop
	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	VMOVUPS Z2, (DI)(R9*1)
	VMOVUPS Z3, 64(DI)(R9*1)
	VMOVUPS Z4, (DI)(R9*2)
	VMOVUPS Z5, 64(DI)(R9*2)
	VMOVUPS Z6, (DI)(R11*1)
	VMOVUPS Z7, 64(DI)(R11*1)
	ADDQ $128, DI
	ADDQ $128, R8
	SUBQ $32, R10
	JMP  two

one:
	TESTQ R10, R10
	JZ   done
	VPXORD Z0, Z0, Z0
	VPXORD Z2, Z2, Z2
	VPXORD Z4, Z4, Z4
	VPXORD Z6, Z6, Z6
	XORQ CX, CX

oneLoop:
	VMOVUPS (R8), Z8
	VMULPS.BCST 0*4608(SI)(CX*4), Z8, Z14
	VMULPS.BCST 1*4608(SI)(CX*4), Z8, Z16
	VMULPS.BCST 2*4608(SI)(CX*4), Z8, Z18
	VMULPS.BCST 3*4608(SI)(CX*4), Z8, Z20
	VADDPS Z14, Z0, Z0
	VADDPS Z16, Z2, Z2
	VADDPS Z18, Z4, Z4
	VADDPS Z20, Z6, Z6
	ADDQ R9, R8
	INCQ CX
	CMPQ CX, $32
	JNE  oneLoop
	VMOVUPS Z0, (DI)
	VMOVUPS Z2, (DI)(R9*1)
	VMOVUPS Z4, (DI)(R9*2)
	VMOVUPS Z6, (DI)(R11*1)

done:
	VZEROUPPER
	RET

// LARGEST is the largest lane of z in every lane; y and x are its halves, t and
// tx are for a half.
#define LARGEST(z, y, x, t, tx) \
	VEXTRACTF64X4 $1, z, t   \
	VMAXPS        t, y, y    \
	VEXTRACTF128  $1, y, tx  \
	VMAXPS        tx, x, x   \
	VPERMILPS     $14, x, tx \
	VMAXPS        tx, x, x   \
	VPERMILPS     $1, x, tx  \
	VMAXPS        tx, x, x   \
	VBROADCASTSS  x, z

// WEIGHTS makes sixteen scores of a row weights and adds them to a sum.
#define WEIGHTS(row, largest, sum) \
	VMOVUPS row, Z1          \
	VSUBPS  largest, Z1, Z1  \
	EXP(Z1, Z2, Z3, Z4)      \
	VMOVUPS Z1, row          \
	VADDPS  Z1, sum, sum

// LAST is WEIGHTS for the last sixteen scores, of which K1 says which there are.
#define LAST(row, largest, sum) \
	VMOVUPS row, Z1          \
	VSUBPS  largest, Z1, Z1  \
	EXP(Z1, Z2, Z3, Z4)      \
	VMOVAPS.Z Z1, K1, Z1     \
	VADDPS  Z1, sum, sum     \
	VMOVUPS Z1, row

// func softmax512(s *float32, stride, n int, scale, constants *float32)
//
// Four rows of n scores at once, as each alone is a chain of operations that
// wait for each other. stride is a multiple of 16.
TEXT ·softmax512(SB), NOSPLIT, $0-40
	MOVQ s+0(FP), SI
	MOVQ stride+8(FP), R9
	MOVQ n+16(FP), BX
	MOVQ scale+24(FP), DI
	MOVQ constants+32(FP), AX
	CONSTANTS
	SHLQ $2, R9
	LEAQ (SI)(R9*1), R10
	LEAQ (SI)(R9*2), R11
	LEAQ (R10)(R9*2), R12
	LEAQ -1(BX), CX
	ANDQ $15, CX
	INCQ CX              // scores in the last sixteen
	SUBQ CX, BX
	SHLQ $2, BX          // bytes of those before
	MOVL $1, AX
	SHLL CX, AX
	DECL AX
	KMOVW AX, K1
	VBROADCASTSS (SI), Z5
	VBROADCASTSS (R10), Z6
	VBROADCASTSS (R11), Z7
	VBROADCASTSS (R12), Z8
	VMOVUPS (SI)(BX*1), K1, Z5
	VMOVUPS (R10)(BX*1), K1, Z6
	VMOVUPS (R11)(BX*1), K1, Z7
	VMOVUPS (R12)(BX*1), K1, Z8
	XORQ CX, CX

largest:
	CMPQ   CX, BX
	JEQ    reduce
	VMAXPS (SI)(CX*1), Z5, Z5
	VMAXPS (R10)(CX*1), Z6, Z6
	VMAXPS (R11)(CX*1), Z7, Z7
	VMAXPS (R12)(CX*1), Z8, Z8
	ADDQ   $64, CX
	JMP    largest

reduce:
	LARGEST(Z5, Y5, X5, Y1, X1)
	LARGEST(Z6, Y6, X6, Y2, X2)
	LARGEST(Z7, Y7, X7, Y3, X3)
	LARGEST(Z8, Y8, X8, Y4, X4)
	VPXORD Z9, Z9, Z9
	VPXORD Z10, Z10, Z10
	VPXORD Z11, Z11, Z11
	VPXORD Z12, Z12, Z12
	XORQ CX, CX

weights:
	CMPQ CX, BX
	JEQ  last
	WEIGHTS((SI)(CX*1), Z5, Z9)
	WEIGHTS((R10)(CX*1), Z6, Z10)
	WEIGHTS((R11)(CX*1), Z7, Z11)
	WEIGHTS((R12)(CX*1), Z8, Z12)
	ADDQ $64, CX
	JMP  weights

last:
	LAST((SI)(CX*1), Z5, Z9)
	LAST((R10)(CX*1), Z6, Z10)
	LAST((R11)(CX*1), Z7, Z11)
	LAST((R12)(CX*1), Z8, Z12)
	TOTAL(Z9, Y9, X9, Y1, X1)
	TOTAL(Z10, Y10, X10, Y2, X2)
	TOTAL(Z11, Y11, X11, Y3, X3)
	TOTAL(Z12, Y12, X12, Y4, X4)
	VUNPCKLPS X10, X9, X9
	VUNPCKLPS X12, X11, X11
	VMOVLHPS  X11, X9, X9
	VMOVAPS   X28, X0
	VDIVPS    X9, X0, X0
	VMOVUPS   X0, (DI)
	VZEROUPPER
	RET

// WEIGH stores a row of sums times its scale.
#define WEIGH(at, a, b) \
	VBROADCASTSS at(R11), Z10 \
	VMULPS  Z10, a, a  \
	VMULPS  Z10, b, b  \
	VMOVUPS a, (DI)    \
	VMOVUPS b, 64(DI)  \
	ADDQ    $1536, DI

// func weighted512(y, s, v, scale *float32, stride, n int)
//
// Four rows of y: the sums of n rows of v by weights s, times scale.
TEXT ·weighted512(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ s+8(FP), SI
	MOVQ v+16(FP), R8
	MOVQ scale+24(FP), R11
	MOVQ stride+32(FP), R9
	MOVQ n+40(FP), CX
	SHLQ $2, R9
	LEAQ (R9)(R9*2), R10
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7

loop:
	VMOVUPS (R8), Z8
	VMOVUPS 64(R8), Z9
	VMULPS.BCST (SI), Z8, Z14
	VMULPS.BCST (SI), Z9, Z15
	VMULPS.BCST (SI)(R9*1), Z8, Z16
	VMULPS.BCST (SI)(R9*1), Z9, Z17
	VMULPS.BCST (SI)(R9*2), Z8, Z18
	VMULPS.BCST (SI)(R9*2), Z9, Z19
	VMULPS.BCST (SI)(R10*1), Z8, Z20
	VMULPS.BCST (SI)(R10*1), Z9, Z21
	VADDPS Z14, Z0, Z0
	VADDPS Z15, Z1, Z1
	VADDPS Z16, Z2, Z2
	VADDPS Z17, Z3, Z3
	VADDPS Z18, Z4, Z4
	VADDPS Z19, Z5, Z5
	VADDPS Z20, Z6, Z6
	VADDPS Z21, Z7, Z7
	ADDQ $4, SI
	ADDQ $4608, R8
	DECQ CX
	JNZ  loop
	WEIGH(0, Z0, Z1)
	WEIGH(4, Z2, Z3)
	WEIGH(8, Z4, Z5)
	WEIGH(12, Z6, Z7)
	VZEROUPPER
	RET

// func add512(x, y *float32, n int)
//
// n is a multiple of 16.
TEXT ·add512(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ n+16(FP), CX

loop:
	VMOVUPS (DI), Z0
	VADDPS  (SI), Z0, Z0
	VMOVUPS Z0, (DI)
	ADDQ    $64, DI
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// func addBytes512(x *float32, y *byte, n int, scale float32)
//
// n is a multiple of 16.
TEXT ·addBytes512(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS scale+24(FP), Z1

loop:
	VPMOVSXBD (SI), Z0
	VCVTDQ2PS Z0, Z0
	VMULPS  Z1, Z0, Z0
	VADDPS  (DI), Z0, Z0
	VMOVUPS Z0, (DI)
	ADDQ    $64, DI
	ADDQ    $16, SI
	SUBQ    $16, CX
	JNZ     loop
	VZEROUPPER
	RET

// func dot512(x, y *float32, n int) float32
//
// n is a multiple of 16.
TEXT ·dot512(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), DI
	MOVQ y+8(FP), SI
	MOVQ n+16(FP), CX
	VPXORD Z0, Z0, Z0

loop:
	VMOVUPS (DI), Z1
	VMULPS  (SI), Z1, Z1
	VADDPS  Z1, Z0, Z0
	ADDQ    $64, DI
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNZ     loop
	TOTAL(Z0, Y0, X0, Y1, X1)
	VMOVSS  X0, ret+24(FP)
	VZEROUPPER
	RET
