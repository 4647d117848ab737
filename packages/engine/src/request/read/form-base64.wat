;; Base64 as it stands in a form, in two passes over one memory. Whole vectors are read and written.
(module
  (memory (export "memory") 4)

  ;; Moves the bytes $from … $end to $to with `%2B` and `%2F` resolved; $to lies at least 16 bytes before $from, and 16 bytes
  ;; after $end are 0. Returns the end of what was written; 0 where there is another escape, or a `+`, which is a space.
  ;; One way for every block: where escapes are cannot be foretold, and every third jump would be the wrong one.
  (func (export "unescape") (param $from i32) (param $end i32) (param $to i32) (result i32)
    (local $bytes v128) (local $spaces v128) (local $lane i32) (local $letter i32) (local $isEscape i32) (local $foreign i32)
    (loop $blocks
      (local.set $bytes (v128.load (local.get $from)))
      (local.set $spaces
        (v128.or (local.get $spaces) (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x2b)))))
      (v128.store (local.get $to) (local.get $bytes))
      (local.set $lane
        (i32.ctz
          (i32.or (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x25)))) (i32.const 0x10000))))
      (local.set $isEscape (i32.ne (local.get $lane) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (local.get $lane)))
      (local.set $to (i32.add (local.get $to) (local.get $lane)))
      ;; "2B", "2b", "2F" and "2f" as two bytes, the letter made small.
      (local.set $letter (i32.or (i32.load16_u offset=1 (local.get $from)) (i32.const 0x2000)))
      (local.set $foreign
        (i32.or
          (local.get $foreign)
          (i32.and
            (i32.ne (i32.and (local.get $letter) (i32.const 0xfbff)) (i32.const 0x6232))
            (local.get $isEscape))))
      ;; Where there is no escape, the next block is written over it.
      (i32.store8
        (local.get $to)
        (i32.add (i32.and (i32.shr_u (local.get $letter) (i32.const 8)) (i32.const 7)) (i32.const 0x29)))
      (local.set $from (i32.add (local.get $from) (i32.mul (local.get $isEscape) (i32.const 3))))
      (local.set $to (i32.add (local.get $to) (local.get $isEscape)))
      (br_if $blocks (i32.lt_u (local.get $from) (local.get $end))))
    (if (i32.or (local.get $foreign) (v128.any_true (local.get $spaces)))
      (then (return (i32.const 0))))
    ;; What was written beyond the last byte is not counted; an escape that is not whole lies across the end.
    (local.set $to (i32.sub (local.get $to) (i32.sub (local.get $from) (local.get $end))))
    (if (result i32) (i32.and (local.get $isEscape) (i32.gt_u (local.get $from) (local.get $end)))
      (then (i32.const 0))
      (else (local.get $to))))

  ;; Decodes the characters $from … $end in place, 16 to 12 bytes; after $end stand enough `A` for whole vectors. Returns
  ;; whether all are of the alphabet. Which they are is seen by the bits that the tables of both halves of a byte share.
  ;; Source: Mula and Lemire, Faster Base64 encoding and decoding using AVX2 instructions (2018), section 4.
  (func (export "decode") (param $from i32) (param $end i32) (result i32)
    (local $to i32) (local $bytes v128) (local $high v128) (local $foreign v128)
    (local.set $to (local.get $from))
    (loop $blocks
      (local.set $bytes (v128.load (local.get $from)))
      (local.set $high (i8x16.shr_u (local.get $bytes) (i32.const 4)))
      (local.set $foreign
        (v128.or
          (local.get $foreign)
          (v128.and
            (i8x16.swizzle
              (v128.const i8x16
                0x15 0x11 0x11 0x11 0x11 0x11 0x11 0x11 0x11 0x11 0x13 0x1a 0x1b 0x1b 0x1b 0x1a)
              (v128.and (local.get $bytes) (i8x16.splat (i32.const 0x0f))))
            (i8x16.swizzle
              (v128.const i8x16
                0x10 0x10 0x01 0x02 0x04 0x08 0x04 0x08 0x10 0x10 0x10 0x10 0x10 0x10 0x10 0x10)
              (local.get $high)))))
      ;; What to add to a character for its six bits; `/` has an entry of its own.
      (local.set $bytes
        (i8x16.add
          (local.get $bytes)
          (i8x16.swizzle
            (v128.const i8x16 0 16 19 4 -65 -65 -71 -71 0 0 0 0 0 0 0 0)
            (i8x16.add
              (local.get $high)
              (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x2f)))))))
      ;; Twelve bits of two, 24 of four, and their bytes the highest first.
      (local.set $bytes
        (v128.or
          (i16x8.shl (v128.and (local.get $bytes) (i16x8.splat (i32.const 0xff))) (i32.const 6))
          (i16x8.shr_u (local.get $bytes) (i32.const 8))))
      (v128.store
        (local.get $to)
        (i8x16.swizzle
          (i32x4.dot_i16x8_s (local.get $bytes) (v128.const i16x8 4096 1 4096 1 4096 1 4096 1))
          (v128.const i8x16 2 1 0 6 5 4 10 9 8 14 13 12 128 128 128 128)))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (br_if $blocks
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))
    (i32.eqz (v128.any_true (local.get $foreign)))))
