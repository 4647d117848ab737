;; A part of block-decoder.wat: reads coded data.

;; Copies coded data up to a marker: stuffed zeros are left out, restart markers too. Where each of these was is written
;; to $restarts, at most $most of them, and their number before it. Returns where the data ends.
(func (export "unstuff")
  (param $from i32) (param $end i32) (param $to i32) (param $restarts i32) (param $most i32)
  (result i32)
  (local $bytes v128) (local $next i32) (local $found i32) (local $plain i32)
  (block $done
    (loop $more
      (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
      (local.set $bytes (v128.load (local.get $from)))
      (v128.store (local.get $to) (local.get $bytes))
      ;; How many bytes come before one that may begin a marker.
      (local.set $plain
        (i32.ctz
          (i32.or
            (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 255))))
            (i32.const 65536))))
      (if (i32.gt_u (local.get $plain) (i32.sub (local.get $end) (local.get $from)))
        (then (local.set $plain (i32.sub (local.get $end) (local.get $from)))))
      (local.set $from (i32.add (local.get $from) (local.get $plain)))
      (local.set $to (i32.add (local.get $to) (local.get $plain)))
      (br_if $more (i32.eq (local.get $plain) (i32.const 16)))
      (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
      (local.set $next (i32.load8_u offset=1 (local.get $from)))
      (if (i32.eqz (local.get $next))
        (then
          (i32.store8 (local.get $to) (i32.const 255))
          (local.set $from (i32.add (local.get $from) (i32.const 2)))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (br $more)))
      (br_if $done (i32.ne (i32.and (local.get $next) (i32.const 248)) (i32.const 208)))
      (br_if $done (i32.eq (local.get $found) (local.get $most)))
      (i32.store (i32.add (local.get $restarts) (i32.shl (local.get $found) (i32.const 2))) (local.get $to))
      (local.set $found (i32.add (local.get $found) (i32.const 1)))
      (local.set $from (i32.add (local.get $from) (i32.const 2)))
      (br $more)))
  (i32.store (i32.sub (local.get $restarts) (i32.const 4)) (local.get $found))
  (local.get $to))

;; Whether $count bytes are equal; up to 15 after them are read.
(func (export "areEqual") (param $first i32) (param $second i32) (param $count i32) (result i32)
  (local $differ i32)
  (block $done
    (loop $more
      (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
      (local.set $differ
        (i32.xor
          (i8x16.bitmask (i8x16.eq (v128.load (local.get $first)) (v128.load (local.get $second))))
          (i32.const 65535)))
      (if (local.get $differ)
        (then (return (i32.ge_s (i32.ctz (local.get $differ)) (local.get $count)))))
      (local.set $first (i32.add (local.get $first) (i32.const 16)))
      (local.set $second (i32.add (local.get $second) (i32.const 16)))
      (local.set $count (i32.sub (local.get $count) (i32.const 16)))
      (br $more)))
  (i32.const 1))

;; The bits from an address on, the first one highest; at least 57 of them.
(func $window (param $at i32) (result i64)
  (local $bytes v128)
  (local.set $bytes (v128.load64_zero (i32.shr_u (local.get $at) (i32.const 3))))
  (i64.shl
    (i64x2.extract_lane 0
      (i8x16.shuffle 7 6 5 4 3 2 1 0 7 6 5 4 3 2 1 0 (local.get $bytes) (local.get $bytes)))
    (i64.extend_i32_u (i32.and (local.get $at) (i32.const 7)))))

;; The code that bits begin with, where it is longer than ten bits; 0 where the table has none.
(func $longCode (param $table i32) (param $bits i64) (result i32)
  (local $length i32) (local $code i32) (local $limit i32)
  (local.set $length (i32.const 11))
  (loop $longer
    (local.set $code
      (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.extend_i32_u (i32.sub (i32.const 64) (local.get $length))))))
    (local.set $limit (i32.add (local.get $table) (i32.shl (local.get $length) (i32.const 2))))
    (if (i32.le_s (local.get $code) (i32.load offset=4096 (local.get $limit)))
      (then
        (return
          (i32.or
            (local.get $length)
            (i32.shl
              (i32.load8_u offset=4256
                (i32.add
                  (local.get $table)
                  (i32.and (i32.add (local.get $code) (i32.load offset=4176 (local.get $limit))) (i32.const 255))))
              (i32.const 8))))))
    (br_if $longer (i32.le_u (local.tee $length (i32.add (local.get $length) (i32.const 1))) (i32.const 16))))
  (i32.const 0))

;; The entry of the code that bits begin with; 0 where the table has none.
(func $code (param $table i32) (param $bits i64) (result i32)
  (local $entry i32)
  (local.set $entry
    (i32.load
      (i32.add
        (local.get $table)
        (i32.shl (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.const 54))) (i32.const 2)))))
  (if (result i32) (local.get $entry)
    (then (local.get $entry))
    (else (call $longCode (local.get $table) (local.get $bits)))))

;; The signed number that $size bits stand for, 0 for none.
(func $signed (param $bits i64) (param $size i32) (result i32)
  (local $value i32)
  (if (i32.eqz (local.get $size)) (then (return (i32.const 0))))
  (local.set $value
    (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.extend_i32_u (i32.sub (i32.const 64) (local.get $size))))))
  (select
    (local.get $value)
    (i32.add (i32.sub (local.get $value) (i32.shl (i32.const 1) (local.get $size))) (i32.const 1))
    (i64.lt_s (local.get $bits) (i64.const 0))))

;; Reads a block's first coefficient, which goes to $last. Returns the address after it, 0 for a code that there is not.
(func $first (param $at i32) (param $dc i32) (param $last i32) (result i32)
  (local $bits i64) (local $entry i32) (local $length i32) (local $size i32)
  (local.set $bits (call $window (local.get $at)))
  (local.set $entry (call $code (local.get $dc) (local.get $bits)))
  (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
  (local.set $length (i32.and (local.get $entry) (i32.const 255)))
  (local.set $size (i32.shr_u (local.get $entry) (i32.const 8)))
  (i32.store
    (local.get $last)
    (i32.add
      (i32.load (local.get $last))
      (call $signed
        (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $length)))
        (local.get $size))))
  (i32.add (local.get $at) (i32.add (local.get $length) (local.get $size))))

;; Passes over a block but for its first coefficient, which goes to $last. Returns the address after it, 0 for codes that
;; there are not.
(func $skip (param $at i32) (param $dc i32) (param $ac i32) (param $last i32) (result i32)
  (local $bits i64) (local $left i32) (local $entry i32) (local $length i32) (local $index i32)
  (local.set $at (call $first (local.get $at) (local.get $dc) (local.get $last)))
  (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
  (local.set $index (i32.const 1))
  (loop $more
    (if (i32.lt_s (local.get $left) (i32.const 31))
      (then
        (local.set $bits (call $window (local.get $at)))
        (local.set $left (i32.const 57))))
    (local.set $entry (call $code (local.get $ac) (local.get $bits)))
    (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
    (local.set $length (i32.and (local.get $entry) (i32.const 255)))
    ;; The length of a value that is in the entry is counted already.
    (if (i32.eqz (i32.shr_u (local.get $entry) (i32.const 16)))
      (then
        (local.set $length
          (i32.add (local.get $length) (i32.and (i32.shr_u (local.get $entry) (i32.const 8)) (i32.const 15))))))
    (local.set $at (i32.add (local.get $at) (local.get $length)))
    (local.set $left (i32.sub (local.get $left) (local.get $length)))
    (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $length))))
    (local.set $entry (i32.and (i32.shr_u (local.get $entry) (i32.const 8)) (i32.const 255)))
    (if (i32.eqz (i32.and (local.get $entry) (i32.const 15)))
      (then (if (i32.ne (local.get $entry) (i32.const 240)) (then (return (local.get $at))))))
    (local.set $index
      (i32.add (local.get $index) (i32.add (i32.shr_u (local.get $entry) (i32.const 4)) (i32.const 1))))
    (br_if $more (i32.lt_u (local.get $index) (i32.const 64))))
  (select (local.get $at) (i32.const 0) (i32.eq (local.get $index) (i32.const 64))))

;; Where the next word goes that is kept of the coefficients, and from where on no further block begins. Of a block its first
;; coefficient is kept, then of each other 64 times its value and its number; last a zero. Before a value that is too large
;; for that, 64 times its number and its value are kept.
(global $kept (export "kept") (mut i32) (i32.const 0))
(global $keptEnd (export "keptEnd") (mut i32) (i32.const 0))

;; Reads a block's coefficients into $block, which holds zeros; $order has the place of each, bytes. $last holds the first
;; coefficient of the block before. What is kept of them is written over itself where $step, from one word to the next, is 0.
;; Returns the address after it, 0 for codes that there are not.
(func $read
  (param $at i32) (param $dc i32) (param $ac i32) (param $last i32) (param $block i32) (param $order i32) (param $step i32)
  (result i32)
  (local $bits i64) (local $left i32) (local $entry i32) (local $length i32) (local $size i32) (local $value i32)
  (local $index i32) (local $place i32) (local $places i32) (local $kept i32)
  (local.set $at (call $first (local.get $at) (local.get $dc) (local.get $last)))
  (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
  (i32.store16 (local.get $block) (i32.load (local.get $last)))
  (i32.store16 (global.get $kept) (i32.load (local.get $last)))
  (local.set $kept (i32.add (global.get $kept) (local.get $step)))
  (global.set $isFlat (i32.const 0))
  (local.set $index (i32.const 1))
  (loop $more
    (if (i32.lt_s (local.get $left) (i32.const 31))
      (then
        (local.set $bits (call $window (local.get $at)))
        (local.set $left (i32.const 57))))
    (local.set $entry (call $code (local.get $ac) (local.get $bits)))
    (local.set $length (i32.and (local.get $entry) (i32.const 255)))
    (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $length))))
    (local.set $at (i32.add (local.get $at) (local.get $length)))
    (local.set $left (i32.sub (local.get $left) (local.get $length)))
    (local.set $value (i32.shr_s (local.get $entry) (i32.const 16)))
    (if (i32.eqz (local.get $value))
      (then
        (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
        (local.set $size (i32.and (i32.shr_u (local.get $entry) (i32.const 8)) (i32.const 15)))
        (if (i32.eqz (local.get $size))
          (then
            (if (i32.ne (i32.shr_u (local.get $entry) (i32.const 12)) (i32.const 15))
              (then
                (global.set $isFlat (i32.eq (local.get $index) (i32.const 1)))
                (global.set $places (local.get $places))
                (i32.store16 (local.get $kept) (i32.const 0))
                (global.set $kept (i32.add (local.get $kept) (local.get $step)))
                (return (local.get $at))))
            (local.set $index (i32.add (local.get $index) (i32.const 16)))
            (br_if $more (i32.lt_u (local.get $index) (i32.const 64)))
            (return (i32.const 0))))
        (local.set $value (call $signed (local.get $bits) (local.get $size)))
        (if (i32.ge_u (i32.add (local.get $value) (i32.const 512)) (i32.const 1024))
          (then
            (i32.store16
              (local.get $kept)
              (i32.shl
                (i32.add (local.get $index) (i32.shr_u (local.get $entry) (i32.const 12)))
                (i32.const 6)))
            (local.set $kept (i32.add (local.get $kept) (local.get $step)))
            (i32.store16 (local.get $kept) (local.get $value))
            (local.set $kept (i32.add (local.get $kept) (local.get $step)))))
        (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $size))))
        (local.set $at (i32.add (local.get $at) (local.get $size)))
        (local.set $left (i32.sub (local.get $left) (local.get $size)))))
    (local.set $index
      (i32.add (local.get $index) (i32.and (i32.shr_u (local.get $entry) (i32.const 12)) (i32.const 15))))
    (if (i32.gt_u (local.get $index) (i32.const 63)) (then (return (i32.const 0))))
    (local.set $place (i32.load8_u (i32.add (local.get $order) (local.get $index))))
    (local.set $places (i32.or (local.get $places) (local.get $place)))
    (i32.store16 (i32.add (local.get $block) (local.get $place)) (local.get $value))
    (i32.store16 (local.get $kept) (i32.or (i32.shl (local.get $value) (i32.const 6)) (local.get $index)))
    (local.set $kept (i32.add (local.get $kept) (local.get $step)))
    (br_if $more (i32.lt_u (local.tee $index (i32.add (local.get $index) (i32.const 1))) (i32.const 64))))
  (global.set $places (local.get $places))
  (i32.store16 (local.get $kept) (i32.const 0))
  (global.set $kept (i32.add (local.get $kept) (local.get $step)))
  (local.get $at))

;; The same from what was kept. Returns the address after it.
(func $readKept (param $from i32) (param $block i32) (param $order i32) (result i32)
  (local $word i32) (local $index i32) (local $value i32)
  (i32.store16 (local.get $block) (i32.load16_u (local.get $from)))
  (global.set $isFlat (i32.eqz (i32.load16_u offset=2 (local.get $from))))
  (loop $more
    (local.set $word (i32.load16_s offset=2 (local.get $from)))
    (local.set $from (i32.add (local.get $from) (i32.const 2)))
    (if (local.get $word)
      (then
        (local.set $index (i32.and (local.get $word) (i32.const 63)))
        (local.set $value (i32.shr_s (local.get $word) (i32.const 6)))
        (if (i32.eqz (local.get $index))
          (then
            (local.set $index (local.get $value))
            (local.set $value (i32.load16_s offset=2 (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 4)))))
        (i32.store16
          (i32.add (local.get $block) (i32.load8_u (i32.add (local.get $order) (local.get $index))))
          (local.get $value))
        (br $more))))
  (i32.add (local.get $from) (i32.const 2)))
