#include "funcdata.h"
#include "textflag.h"

// Each half of a feature's pair of rows has its check in the highest byte:
// spread puts the lowest byte of each feature there, ones is the least check.
DATA spread<>+0(SB)/8, $0x0080808000808080
DATA spread<>+8(SB)/8, $0x0880808008808080
DATA spread<>+16(SB)/8, $0x0080808000808080
DATA spread<>+24(SB)/8, $0x0880808008808080
GLOBL spread<>(SB), RODATA|NOPTR, $32

DATA ones<>+0(SB)/8, $0x0100000001000000
DATA ones<>+8(SB)/8, $0x0100000001000000
DATA ones<>+16(SB)/8, $0x0100000001000000
DATA ones<>+24(SB)/8, $0x0100000001000000
GLOBL ones<>(SB), RODATA|NOPTR, $32

// TOTAL adds the eight 32-bit lanes of a register into R.
#define TOTAL(Y, X, R) \
	VEXTRACTI128 $1, Y, X0; \
	VPADDD X0, X, X; \
	VPSHUFD $0xee, X, X0; \
	VPADDD X0, X, X; \
	VPSHUFD $0x55, X, X0; \
	VPADDD X0, X, X; \
	VMOVD X, R

// func sumRows3(rows *byte, features *uint32, n int, shift uint, s *sum3)
//
// The first loop copies features and pairs of rows next to each other, the
// second looks at four pairs at a time. What the last step has beyond n is a
// pair of zeros, whose check fits no feature.
TEXT ·sumRows3(SB), 0, $1216-40
	NO_LOCAL_POINTERS
	MOVQ rows+0(FP), BX
	MOVQ features+8(FP), SI
	MOVQ n+16(FP), DI
	MOVQ shift+24(FP), CX
	LEAQ pairs-800(SP), R8
	LEAQ hashes-1216(SP), R10
	XORQ R9, R9

load:
	MOVL (SI)(R9*4), AX
	MOVL AX, (R10)(R9*4)
	SHRL CX, AX
	ANDL $-2, AX
	MOVQ (BX)(AX*4), AX
	MOVQ AX, (R8)(R9*8)
	INCQ R9
	CMPQ R9, DI
	JLT  load

	VPXOR    Y9, Y9, Y9    // even
	VPXOR    Y10, Y10, Y10 // odd
	VPXOR    Y11, Y11, Y11 // n
	VMOVDQU  Y9, (R8)(R9*8)
	VMOVDQU  X9, (R10)(R9*4)
	VMOVDQU  spread<>(SB), Y12
	VMOVDQU  ones<>(SB), Y13
	VPCMPEQD Y15, Y15, Y15
	VPSRLW   $8, Y15, Y14
	VPSRLD   $24, Y15, Y15

look:
	VPMOVZXDQ (R10), Y0
	VMOVDQU   (R8), Y1
	VPSHUFB   Y12, Y0, Y0
	VPMAXUB   Y13, Y0, Y0
	VPCMPEQB  Y0, Y1, Y2
	VPSRAD    $31, Y2, Y2  // all ones for a row whose check fits
	VPSLLQ    $32, Y2, Y3
	VPANDN    Y2, Y3, Y2   // the even one of two
	VPSUBD    Y2, Y11, Y11
	VPAND     Y2, Y1, Y1
	VPAND     Y14, Y1, Y4
	VPADDD    Y4, Y9, Y9
	VPSRLD    $8, Y1, Y5
	VPAND     Y15, Y5, Y5
	VPADDD    Y5, Y10, Y10
	ADDQ      $16, R10
	ADDQ      $32, R8
	SUBQ      $4, DI
	JG        look

	MOVQ s+32(FP), DX
	TOTAL(Y9, X9, AX)
	MOVL AX, 0(DX)
	TOTAL(Y10, X10, AX)
	MOVL AX, 4(DX)
	TOTAL(Y11, X11, AX)
	MOVL AX, 8(DX)
	VZEROUPPER
	RET

// func sumRows(weights *byte, rows *uint32, n, width int, scores *int32)
//
// Sixteen classes at a time, then the eight that may be left.
TEXT ·sumRows(SB), NOSPLIT, $0-40
	MOVQ         weights+0(FP), BX
	MOVQ         rows+8(FP), SI
	MOVQ         n+16(FP), CX
	MOVQ         width+24(FP), DX
	MOVQ         scores+32(FP), DI
	MOVQ         CX, AX
	SHLQ         $7, AX            // the bias of n rows
	VMOVD        AX, X4
	VPBROADCASTD X4, Y4
	LEAQ         (SI)(CX*4), CX
	SUBQ         $16, DX
	JLT          last

sixteen:
	MOVQ  SI, R8
	VPXOR Y0, Y0, Y0

sixteenRow:
	MOVL      (R8), AX
	VPMOVZXBW (BX)(AX*1), Y1
	VPADDW    Y1, Y0, Y0
	ADDQ      $4, R8
	CMPQ      R8, CX
	JLT       sixteenRow

	VPMOVZXWD    X0, Y1
	VEXTRACTI128 $1, Y0, X0
	VPMOVZXWD    X0, Y2
	VPSUBD       Y4, Y1, Y1
	VPSUBD       Y4, Y2, Y2
	VMOVDQU      Y1, (DI)
	VMOVDQU      Y2, 32(DI)
	ADDQ         $16, BX
	ADDQ         $64, DI
	SUBQ         $16, DX
	JGE          sixteen

last:
	ADDQ  $16, DX
	JEQ   done
	VPXOR X0, X0, X0

eightRow:
	MOVL      (SI), AX
	VPMOVZXBW (BX)(AX*1), X1
	VPADDW    X1, X0, X0
	ADDQ      $4, SI
	CMPQ      SI, CX
	JLT       eightRow

	VPMOVZXWD X0, Y1
	VPSUBD    Y4, Y1, Y1
	VMOVDQU   Y1, (DI)

done:
	VZEROUPPER
	RET

// func sumPairs(rows *uint64, features *uint32, n int, mask uint32, sums *[16]uint16)
TEXT ·sumPairs(SB), NOSPLIT, $0-40
	MOVQ  rows+0(FP), BX
	MOVQ  features+8(FP), SI
	MOVQ  n+16(FP), CX
	MOVL  mask+24(FP), DX
	MOVQ  sums+32(FP), DI
	LEAQ  (SI)(CX*4), CX
	VPXOR Y0, Y0, Y0

pairRow:
	MOVL      (SI), AX
	ANDL      DX, AX
	SHLQ      $4, AX
	VPMOVZXBW (BX)(AX*1), Y1
	VPADDW    Y1, Y0, Y0
	ADDQ      $4, SI
	CMPQ      SI, CX
	JLT       pairRow

	VMOVDQU Y0, (DI)
	VZEROUPPER
	RET

// func sumWords(rows *uint64, features *uint32, n int, mask uint32, sums *[8]uint16)
TEXT ·sumWords(SB), NOSPLIT, $0-40
	MOVQ  rows+0(FP), BX
	MOVQ  features+8(FP), SI
	MOVQ  n+16(FP), CX
	MOVL  mask+24(FP), DX
	MOVQ  sums+32(FP), DI
	LEAQ  (SI)(CX*4), CX
	VPXOR X0, X0, X0

wordRow:
	MOVL      (SI), AX
	ANDL      DX, AX
	VPMOVZXBW (BX)(AX*8), X1
	VPADDW    X1, X0, X0
	ADDQ      $4, SI
	CMPQ      SI, CX
	JLT       wordRow

	VMOVDQU X0, (DI)
	RET
