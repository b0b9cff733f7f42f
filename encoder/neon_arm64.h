// Vector instructions that Go's assembler does not know, as their codes in the
// Arm Architecture Reference Manual. Operands are numbers of registers and stand
// in the manual's order, the destination first; i is the number of a lane.
// Floats and integers are four of 32 bits where the comment says nothing else.

#define FADD(d, n, m)     WORD $(0x4e20d400 | (m)<<16 | (n)<<5 | (d))
#define FSUB(d, n, m)     WORD $(0x4ea0d400 | (m)<<16 | (n)<<5 | (d))
#define FMUL(d, n, m)     WORD $(0x6e20dc00 | (m)<<16 | (n)<<5 | (d))
#define FDIV(d, n, m)     WORD $(0x6e20fc00 | (m)<<16 | (n)<<5 | (d))
#define FMAX(d, n, m)     WORD $(0x4e20f400 | (m)<<16 | (n)<<5 | (d))
#define FMIN(d, n, m)     WORD $(0x4ea0f400 | (m)<<16 | (n)<<5 | (d))
#define FABS(d, n)        WORD $(0x4ea0f800 | (n)<<5 | (d))
#define FMAXV(d, n)       WORD $(0x6e30f800 | (n)<<5 | (d))                // the largest of four, one float
#define FMULI(d, n, m, i) WORD $(0x4f809000 | ((i)&1)<<21 | ((i)>>1)<<11 | (m)<<16 | (n)<<5 | (d)) // FMUL by lane i of m
#define SCVTF(d, n)       WORD $(0x4e21d800 | (n)<<5 | (d))                // integers to floats
#define FCVTNS(d, n)      WORD $(0x4e21a800 | (n)<<5 | (d))                // floats to the nearest integers, to even if halfway
#define ADDI(d, n, m)     WORD $(0x4ea08400 | (m)<<16 | (n)<<5 | (d))      // ADD of integers
#define SHL(d, n, bits)   WORD $(0x4f005400 | (32+(bits))<<16 | (n)<<5 | (d))

#define SMULL(d, n, m)    WORD $(0x0e20c000 | (m)<<16 | (n)<<5 | (d))      // the first eight bytes to 16 bits
#define SMULL2(d, n, m)   WORD $(0x4e20c000 | (m)<<16 | (n)<<5 | (d))      // the last eight
#define SMLAL(d, n, m)    WORD $(0x0e208000 | (m)<<16 | (n)<<5 | (d))      // SMULL and add
#define SMLAL2(d, n, m)   WORD $(0x4e208000 | (m)<<16 | (n)<<5 | (d))
#define SADDLP(d, n)      WORD $(0x4e202800 | (n)<<5 | (d))                // pairs of bytes to 16 bits
#define SADALP(d, n)      WORD $(0x4e606800 | (n)<<5 | (d))                // pairs of 16 bits, added
#define SDOTI(d, n, m, i) WORD $(0x4f80e000 | ((i)&1)<<21 | ((i)>>1)<<11 | (m)<<16 | (n)<<5 | (d)) // SDOT with the four bytes of lane i of m
#define SXTLB(d, n)       WORD $(0x0f08a400 | (n)<<5 | (d))                // SXTL of the first eight bytes
#define SXTLB2(d, n)      WORD $(0x4f08a400 | (n)<<5 | (d))                // of the last eight
#define SXTLH(d, n)       WORD $(0x0f10a400 | (n)<<5 | (d))                // SXTL of the first four of 16 bits
#define SXTLH2(d, n)      WORD $(0x4f10a400 | (n)<<5 | (d))
