;; Decodes the brightness of a sequential JPEG at half its size: its own coefficients become samples, those of the colours
;; are passed over. Bit addresses are eight times byte addresses. A table of codes is 1024 16-bit entries by the next ten
;; bits (length × 256 + symbol, 0 where the code is longer), then the largest code of each length (17 words, −1 where there
;; is none), from a code to its symbol's index (17 words, at 2128), and the symbols (256 bytes, at 2208).
(module
  (memory (export "memory") 1)

  ;; Whether the last block that was read has no coefficient but the first.
  (global $isFlat (mut i32) (i32.const 0))

  ;; Copies coded data up to a marker: stuffed zeros are left out, restart markers too. Where each of these was is written
  ;; to $restarts, at most $most of them, and their number before it. Returns where the data ends.
  (func (export "unstuff")
    (param $from i32) (param $end i32) (param $to i32) (param $restarts i32) (param $most i32)
    (result i32)
    (local $bytes v128) (local $next i32) (local $found i32)
    (block $done
      (loop $more
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $bytes (v128.load (local.get $from)))
        (if (i32.and
              (i32.eqz (v128.any_true (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 255)))))
              (i32.le_u (i32.add (local.get $from) (i32.const 16)) (local.get $end)))
          (then
            (v128.store (local.get $to) (local.get $bytes))
            (local.set $from (i32.add (local.get $from) (i32.const 16)))
            (local.set $to (i32.add (local.get $to) (i32.const 16)))
            (br $more)))
        (local.set $next (i32.load8_u offset=1 (local.get $from)))
        (if (i32.ne (i32.load8_u (local.get $from)) (i32.const 255))
          (then
            (i32.store8 (local.get $to) (i32.load8_u (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 1)))
            (local.set $to (i32.add (local.get $to) (i32.const 1)))
            (br $more)))
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

  ;; The bits from an address on, the first one highest; at least 57 of them.
  (func $window (param $at i32) (result i64)
    (local $bytes v128)
    (local.set $bytes (v128.load64_zero (i32.shr_u (local.get $at) (i32.const 3))))
    (i64.shl
      (i64x2.extract_lane 0
        (i8x16.shuffle 7 6 5 4 3 2 1 0 7 6 5 4 3 2 1 0 (local.get $bytes) (local.get $bytes)))
      (i64.extend_i32_u (i32.and (local.get $at) (i32.const 7)))))

  ;; The code that bits begin with: length × 256 + symbol; 0 where the table has none.
  (func $longCode (param $table i32) (param $bits i64) (result i32)
    (local $length i32) (local $code i32) (local $limit i32)
    (local.set $length (i32.const 11))
    (loop $longer
      (local.set $code
        (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.extend_i32_u (i32.sub (i32.const 64) (local.get $length))))))
      (local.set $limit (i32.add (local.get $table) (i32.shl (local.get $length) (i32.const 2))))
      (if (i32.le_s (local.get $code) (i32.load offset=2048 (local.get $limit)))
        (then
          (return
            (i32.or
              (i32.shl (local.get $length) (i32.const 8))
              (i32.load8_u offset=2208
                (i32.add
                  (local.get $table)
                  (i32.and (i32.add (local.get $code) (i32.load offset=2128 (local.get $limit))) (i32.const 255))))))))
      (br_if $longer (i32.le_u (local.tee $length (i32.add (local.get $length) (i32.const 1))) (i32.const 16))))
    (i32.const 0))

  (func $code (param $table i32) (param $bits i64) (result i32)
    (local $entry i32)
    (local.set $entry
      (i32.load16_u
        (i32.add
          (local.get $table)
          (i32.shl (i32.wrap_i64 (i64.shr_u (local.get $bits) (i64.const 54))) (i32.const 1)))))
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

  ;; Passes over a block. Returns the address after it, 0 for codes that there are not.
  (func $skip (param $at i32) (param $dc i32) (param $ac i32) (result i32)
    (local $bits i64) (local $left i32) (local $entry i32) (local $length i32) (local $index i32)
    (local.set $entry (call $code (local.get $dc) (call $window (local.get $at))))
    (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
    (local.set $at
      (i32.add
        (local.get $at)
        (i32.add (i32.shr_u (local.get $entry) (i32.const 8)) (i32.and (local.get $entry) (i32.const 15)))))
    (local.set $index (i32.const 1))
    (loop $more
      (if (i32.lt_s (local.get $left) (i32.const 31))
        (then
          (local.set $bits (call $window (local.get $at)))
          (local.set $left (i32.const 57))))
      (local.set $entry (call $code (local.get $ac) (local.get $bits)))
      (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
      (local.set $length
        (i32.add (i32.shr_u (local.get $entry) (i32.const 8)) (i32.and (local.get $entry) (i32.const 15))))
      (local.set $at (i32.add (local.get $at) (local.get $length)))
      (local.set $left (i32.sub (local.get $left) (local.get $length)))
      (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $length))))
      (if (i32.eqz (i32.and (local.get $entry) (i32.const 15)))
        (then
          (if (i32.ne (i32.and (local.get $entry) (i32.const 240)) (i32.const 240)) (then (return (local.get $at))))))
      (local.set $index
        (i32.add
          (local.get $index)
          (i32.add (i32.and (i32.shr_u (local.get $entry) (i32.const 4)) (i32.const 15)) (i32.const 1))))
      (br_if $more (i32.lt_u (local.get $index) (i32.const 64))))
    (select (local.get $at) (i32.const 0) (i32.eq (local.get $index) (i32.const 64))))

  ;; Reads a block's coefficients into $block, which holds zeros; $order has the place of each, bytes. $last holds the first
  ;; coefficient of the block before. Returns the address after it, 0 for codes that there are not.
  (func $read
    (param $at i32) (param $dc i32) (param $ac i32) (param $last i32) (param $block i32) (param $order i32)
    (result i32)
    (local $bits i64) (local $left i32) (local $entry i32) (local $length i32) (local $size i32) (local $index i32)
    (local.set $bits (call $window (local.get $at)))
    (local.set $entry (call $code (local.get $dc) (local.get $bits)))
    (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
    (local.set $length (i32.shr_u (local.get $entry) (i32.const 8)))
    (local.set $size (i32.and (local.get $entry) (i32.const 15)))
    (i32.store
      (local.get $last)
      (i32.add
        (i32.load (local.get $last))
        (call $signed
          (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $length)))
          (local.get $size))))
    (i32.store16 (local.get $block) (i32.load (local.get $last)))
    (local.set $at (i32.add (local.get $at) (i32.add (local.get $length) (local.get $size))))
    (global.set $isFlat (i32.const 0))
    (local.set $index (i32.const 1))
    (loop $more
      (if (i32.lt_s (local.get $left) (i32.const 31))
        (then
          (local.set $bits (call $window (local.get $at)))
          (local.set $left (i32.const 57))))
      (local.set $entry (call $code (local.get $ac) (local.get $bits)))
      (if (i32.eqz (local.get $entry)) (then (return (i32.const 0))))
      (local.set $length (i32.shr_u (local.get $entry) (i32.const 8)))
      (local.set $size (i32.and (local.get $entry) (i32.const 15)))
      (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $length))))
      (local.set $at (i32.add (local.get $at) (i32.add (local.get $length) (local.get $size))))
      (local.set $left (i32.sub (local.get $left) (i32.add (local.get $length) (local.get $size))))
      (if (local.get $size)
        (then
          (local.set $index
            (i32.add (local.get $index) (i32.and (i32.shr_u (local.get $entry) (i32.const 4)) (i32.const 15))))
          (if (i32.gt_u (local.get $index) (i32.const 63)) (then (return (i32.const 0))))
          (i32.store16
            (i32.add (local.get $block) (i32.load8_u (i32.add (local.get $order) (local.get $index))))
            (call $signed (local.get $bits) (local.get $size)))
          (local.set $bits (i64.shl (local.get $bits) (i64.extend_i32_u (local.get $size))))
          (local.set $index (i32.add (local.get $index) (i32.const 1))))
        (else
          (if (i32.ne (i32.and (local.get $entry) (i32.const 240)) (i32.const 240))
            (then
              (global.set $isFlat (i32.eq (local.get $index) (i32.const 1)))
              (return (local.get $at))))
          (local.set $index (i32.add (local.get $index) (i32.const 16)))))
      (br_if $more (i32.lt_u (local.get $index) (i32.const 64))))
    (select (local.get $at) (i32.const 0) (i32.eq (local.get $index) (i32.const 64))))

  ;; A row's coefficients times their weights, those of one wave of the smaller block added up, as floats.
  (func $row (param $block i32) (param $weights i32) (result v128)
    (i32x4.dot_i16x8_s (v128.load (local.get $block)) (v128.load (local.get $weights))))

  ;; Means of 2 × 2 samples of a block, 4 × 4 bytes, rows $stride apart: the inverse cosine transform of the means. Weights
  ;; hold the quantisers too; $scale undoes their fixed point. The block is zero afterwards.
  (func $transform (param $block i32) (param $weights i32) (param $scale f32) (param $to i32) (param $stride i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $p v128) (local $q v128) (local $tangent v128) (local $zero v128)
    ;; tan(π / 8)
    (local.set $tangent (v128.const f32x4 0.41421357 0.41421357 0.41421357 0.41421357))
    (local.set $a
      (f32x4.convert_i32x4_s (call $row (local.get $block) (local.get $weights))))
    (local.set $b
      (f32x4.convert_i32x4_s
        (i32x4.add
          (call $row (i32.add (local.get $block) (i32.const 16)) (i32.add (local.get $weights) (i32.const 16)))
          (call $row (i32.add (local.get $block) (i32.const 112)) (i32.add (local.get $weights) (i32.const 112))))))
    (local.set $c
      (f32x4.convert_i32x4_s
        (i32x4.add
          (call $row (i32.add (local.get $block) (i32.const 32)) (i32.add (local.get $weights) (i32.const 32)))
          (call $row (i32.add (local.get $block) (i32.const 96)) (i32.add (local.get $weights) (i32.const 96))))))
    (local.set $d
      (f32x4.convert_i32x4_s
        (i32x4.add
          (call $row (i32.add (local.get $block) (i32.const 48)) (i32.add (local.get $weights) (i32.const 48)))
          (call $row (i32.add (local.get $block) (i32.const 80)) (i32.add (local.get $weights) (i32.const 80))))))
    (v128.store (local.get $block) (local.get $zero))
    (v128.store offset=16 (local.get $block) (local.get $zero))
    (v128.store offset=32 (local.get $block) (local.get $zero))
    (v128.store offset=48 (local.get $block) (local.get $zero))
    (v128.store offset=64 (local.get $block) (local.get $zero))
    (v128.store offset=80 (local.get $block) (local.get $zero))
    (v128.store offset=96 (local.get $block) (local.get $zero))
    (v128.store offset=112 (local.get $block) (local.get $zero))
    ;; Down the columns.
    (local.set $e (f32x4.add (local.get $a) (local.get $c)))
    (local.set $f (f32x4.sub (local.get $a) (local.get $c)))
    (local.set $p (f32x4.add (local.get $b) (f32x4.mul (local.get $tangent) (local.get $d))))
    (local.set $q (f32x4.sub (f32x4.mul (local.get $tangent) (local.get $b)) (local.get $d)))
    (local.set $a (f32x4.add (local.get $e) (local.get $p)))
    (local.set $b (f32x4.add (local.get $f) (local.get $q)))
    (local.set $c (f32x4.sub (local.get $f) (local.get $q)))
    (local.set $d (f32x4.sub (local.get $e) (local.get $p)))
    ;; Rows become columns.
    (local.set $e (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b)))
    (local.set $f (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b)))
    (local.set $p (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d)))
    (local.set $q (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d)))
    (local.set $a (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $e) (local.get $p)))
    (local.set $b (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $e) (local.get $p)))
    (local.set $c (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $f) (local.get $q)))
    (local.set $d (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $f) (local.get $q)))
    ;; Along the rows; each vector is one column of the result.
    (local.set $e (f32x4.add (local.get $a) (local.get $c)))
    (local.set $f (f32x4.sub (local.get $a) (local.get $c)))
    (local.set $p (f32x4.add (local.get $b) (f32x4.mul (local.get $tangent) (local.get $d))))
    (local.set $q (f32x4.sub (f32x4.mul (local.get $tangent) (local.get $b)) (local.get $d)))
    (local.set $a (call $level (f32x4.add (local.get $e) (local.get $p)) (local.get $scale)))
    (local.set $b (call $level (f32x4.add (local.get $f) (local.get $q)) (local.get $scale)))
    (local.set $c (call $level (f32x4.sub (local.get $f) (local.get $q)) (local.get $scale)))
    (local.set $d (call $level (f32x4.sub (local.get $e) (local.get $p)) (local.get $scale)))
    (local.set $a
      (i8x16.narrow_i16x8_u
        (i16x8.narrow_i32x4_s (local.get $a) (local.get $b))
        (i16x8.narrow_i32x4_s (local.get $c) (local.get $d))))
    (local.set $a (i8x16.shuffle 0 4 8 12 1 5 9 13 2 6 10 14 3 7 11 15 (local.get $a) (local.get $a)))
    (call $store (local.get $a) (local.get $to) (local.get $stride)))

  ;; Grey values of what the transform gives.
  (func $level (param $value v128) (param $scale f32) (result v128)
    (i32x4.trunc_sat_f32x4_s
      (f32x4.add
        (f32x4.mul (local.get $value) (f32x4.splat (local.get $scale)))
        (v128.const f32x4 128.5 128.5 128.5 128.5))))

  ;; Four rows of four bytes.
  (func $store (param $bytes v128) (param $to i32) (param $stride i32)
    (v128.store32_lane 0 (local.get $to) (local.get $bytes))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (v128.store32_lane 1 (local.get $to) (local.get $bytes))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (v128.store32_lane 2 (local.get $to) (local.get $bytes))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (v128.store32_lane 3 (local.get $to) (local.get $bytes)))

  ;; What $transform gives for a block with no coefficient but the first.
  (func $flat (param $block i32) (param $weights i32) (param $scale f32) (param $to i32) (param $stride i32)
    (local $value v128)
    (local.set $value
      (call $level
        (f32x4.splat
          (f32.convert_i32_s
            (i32.mul (i32.load16_s (local.get $block)) (i32.load16_s (local.get $weights)))))
        (local.get $scale)))
    (local.set $value (i16x8.narrow_i32x4_s (local.get $value) (local.get $value)))
    (i32.store16 (local.get $block) (i32.const 0))
    (call $store
      (i8x16.narrow_i16x8_u (local.get $value) (local.get $value))
      (local.get $to)
      (local.get $stride)))

  ;; Decodes a scan of $rows × $columns units. Records of a unit's $count blocks: table of first coefficients, table of the
  ;; others, where the last first coefficient is kept (a component each, $lasts has four), and where samples go from the
  ;; unit's own place on, bytes; −1 for a block that is passed over. Units lie $right bytes apart, their rows $below. After each $interval
  ;; units (0: never) one of the $markers places at $restarts has to follow. Returns 1 when all of it was as it should be,
  ;; and $end was not passed.
  (func (export "decode")
    (param $from i32) (param $end i32) (param $records i32) (param $count i32) (param $lasts i32)
    (param $rows i32) (param $columns i32) (param $interval i32) (param $restarts i32) (param $markers i32)
    (param $block i32) (param $order i32) (param $weights i32) (param $scale f32)
    (param $plane i32) (param $stride i32) (param $right i32) (param $below i32)
    (result i32)
    (local $at i32) (local $column i32) (local $to i32) (local $record i32) (local $left i32) (local $place i32)
    (local $done i32)
    (local.set $at (i32.shl (local.get $from) (i32.const 3)))
    (local.set $end (i32.shl (local.get $end) (i32.const 3)))
    (v128.store (local.get $lasts) (v128.const i32x4 0 0 0 0))
    (loop $down
      (local.set $to (local.get $plane))
      (local.set $column (local.get $columns))
      (loop $across
        (if (i32.and (i32.ne (local.get $interval) (i32.const 0)) (i32.eq (local.get $done) (local.get $interval)))
          (then
            (local.set $at (i32.and (i32.add (local.get $at) (i32.const 7)) (i32.const -8)))
            (if (i32.eqz (local.get $markers)) (then (return (i32.const 0))))
            (if (i32.ne (i32.shl (i32.load (local.get $restarts)) (i32.const 3)) (local.get $at))
              (then (return (i32.const 0))))
            (local.set $restarts (i32.add (local.get $restarts) (i32.const 4)))
            (local.set $markers (i32.sub (local.get $markers) (i32.const 1)))
            (v128.store (local.get $lasts) (v128.const i32x4 0 0 0 0))
            (local.set $done (i32.const 0))))
        (local.set $record (local.get $records))
        (local.set $left (local.get $count))
        (loop $blocks
          (local.set $place (i32.load offset=12 (local.get $record)))
          (if (i32.lt_s (local.get $place) (i32.const 0))
            (then
              (local.set $at
                (call $skip
                  (local.get $at)
                  (i32.load (local.get $record))
                  (i32.load offset=4 (local.get $record)))))
            (else
              (local.set $at
                (call $read
                  (local.get $at)
                  (i32.load (local.get $record))
                  (i32.load offset=4 (local.get $record))
                  (i32.load offset=8 (local.get $record))
                  (local.get $block)
                  (local.get $order)))
              (local.set $place (i32.add (local.get $place) (local.get $to)))
              (if (global.get $isFlat)
                (then
                  (call $flat
                    (local.get $block) (local.get $weights) (local.get $scale) (local.get $place) (local.get $stride)))
                (else
                  (call $transform
                    (local.get $block) (local.get $weights) (local.get $scale) (local.get $place) (local.get $stride))))))
          (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
          (local.set $record (i32.add (local.get $record) (i32.const 16)))
          (br_if $blocks (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
        (if (i32.gt_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
        (local.set $done (i32.add (local.get $done) (i32.const 1)))
        (local.set $to (i32.add (local.get $to) (local.get $right)))
        (br_if $across (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
      (local.set $plane (i32.add (local.get $plane) (local.get $below)))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))
    (i32.eqz (local.get $markers))))
