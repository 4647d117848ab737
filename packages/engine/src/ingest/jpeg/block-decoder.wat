;; Decodes the one scan of a sequential JPEG: its coefficients become samples at a whole, a half, a quarter or an eighth of
;; their size, or means of 2 × 2 of them; others are passed over. Bit addresses are eight times byte addresses. A table of
;; codes is 1024 words by the next ten bits: length + 256 × symbol + 65536 × value; 0 where the code is longer. Where the value
;; that a symbol announces is within the ten bits, too, it is there, and counted in the length; otherwise it is 0. After them
;; come the largest code of each length (17 words, −1 where there is none), from a code to its symbol's index (17 words, at
;; 4176), and the symbols (256 bytes, at 4256).
(module
  (memory (export "memory") 1)

  ;; Whether the last block that was read has no coefficient but the first.
  (global $isFlat (mut i32) (i32.const 0))

  ;; All places of the coefficients that it has, put together: with 8 there is one right of the fourth column, with 64 one
  ;; below the fourth row.
  (global $places (mut i32) (i32.const 0))

  ;; Reads a block and writes its samples. Its record: tables of its first coefficient and of the others, where its plane's
  ;; last first coefficient is kept, places of coefficients, weights, kind, where its samples go, the stride of their rows, how
  ;; far on those of the next unit and of the next row of units lie, and how far apart the words lie that are kept of its
  ;; coefficients, 0 for none. Kinds: 0 for a block that is passed over, −1 for means of 2 × 2, else the side of its
  ;; samples. Returns the address after it, 0 for codes that there are not.
  (func $block (param $at i32) (param $record i32) (param $block i32) (param $scale f32) (result i32)
    (local $dc i32) (local $ac i32) (local $last i32) (local $kind i32) (local $weights i32) (local $to i32) (local $stride i32)
    (local.set $dc (i32.load (local.get $record)))
    (local.set $ac (i32.load offset=4 (local.get $record)))
    (local.set $last (i32.load offset=8 (local.get $record)))
    (local.set $weights (i32.load offset=16 (local.get $record)))
    (local.set $kind (i32.load offset=20 (local.get $record)))
    (local.set $to (i32.load offset=24 (local.get $record)))
    (local.set $stride (i32.load offset=28 (local.get $record)))
    (if (i32.eqz (i32.and (local.get $kind) (i32.const -2)))
      (then
        (local.set $at (call $skip (local.get $at) (local.get $dc) (local.get $ac) (local.get $last)))
        (if (local.get $kind)
          (then
            (call $even
              (i32.load (local.get $last)) (local.get $weights) (i32.const 1) (local.get $to) (i32.const 0))))
        (return (local.get $at))))
    (local.set $at
      (call $read
        (local.get $at) (local.get $dc) (local.get $ac) (local.get $last)
        (local.get $block) (i32.load offset=12 (local.get $record))
        (select
          (i32.load offset=40 (local.get $record))
          (i32.const 0)
          (i32.lt_u (global.get $kept) (global.get $keptEnd)))))
    (if (i32.lt_s (local.get $kind) (i32.const 0))
      (then
        (call $means (local.get $record) (local.get $block) (local.get $scale))
        (return (local.get $at))))
    (if (global.get $isFlat)
      (then
        (call $even
          (i32.load16_s (local.get $block)) (local.get $weights) (local.get $kind) (local.get $to) (local.get $stride))
        (i32.store16 (local.get $block) (i32.const 0)))
      (else
        (call $inverse (local.get $block) (local.get $weights) (local.get $kind) (local.get $to) (local.get $stride))))
    (local.get $at))

  ;; Writes means of 2 × 2 samples of a block that was read.
  (func $means (param $record i32) (param $block i32) (param $scale f32)
    (local $weights i32) (local $to i32) (local $stride i32)
    (local.set $weights (i32.load offset=16 (local.get $record)))
    (local.set $to (i32.load offset=24 (local.get $record)))
    (local.set $stride (i32.load offset=28 (local.get $record)))
    (if (global.get $isFlat)
      (then (call $flat (local.get $block) (local.get $weights) (local.get $scale) (local.get $to) (local.get $stride)))
      (else
        (call $transform (local.get $block) (local.get $weights) (local.get $scale) (local.get $to) (local.get $stride)))))

  ;; Adds to where the samples of each of the records' blocks go the word at $offset in it.
  (func $advance (param $records i32) (param $end i32) (param $offset i32)
    (loop $next
      (i32.store offset=24
        (local.get $records)
        (i32.add
          (i32.load offset=24 (local.get $records))
          (i32.load (i32.add (local.get $records) (local.get $offset)))))
      (br_if $next
        (i32.lt_u (local.tee $records (i32.add (local.get $records) (i32.const 44))) (local.get $end)))))

  ;; Means of 2 × 2 samples of a plane's $rows × $columns units of $count blocks, from what was kept of its coefficients.
  (func (export "meansOfKept")
    (param $from i32) (param $records i32) (param $count i32) (param $rows i32) (param $columns i32)
    (param $block i32) (param $scale f32)
    (local $column i32) (local $record i32) (local $end i32)
    (local.set $end (i32.add (local.get $records) (i32.mul (local.get $count) (i32.const 44))))
    (loop $down
      (local.set $column (local.get $columns))
      (loop $across
        (local.set $record (local.get $records))
        (loop $blocks
          (local.set $from
            (call $readKept (local.get $from) (local.get $block) (i32.load offset=12 (local.get $record))))
          (call $means (local.get $record) (local.get $block) (local.get $scale))
          (br_if $blocks
            (i32.lt_u (local.tee $record (i32.add (local.get $record) (i32.const 44))) (local.get $end))))
        (call $advance (local.get $records) (local.get $end) (i32.const 32))
        (br_if $across (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
      (call $advance (local.get $records) (local.get $end) (i32.const 36))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; Decodes a scan of $rows × $columns units of $count blocks, each with a record of 44 bytes; $lasts has a word for each of
  ;; four planes. After each $interval units (0: never) one of the $markers places at $restarts has to follow. Returns 1 when
  ;; all of it was as it should be, and $end was not passed.
  (func (export "decode")
    (param $from i32) (param $end i32) (param $records i32) (param $count i32) (param $lasts i32)
    (param $rows i32) (param $columns i32) (param $interval i32) (param $restarts i32) (param $markers i32)
    (param $block i32) (param $scale f32)
    (result i32)
    (local $at i32) (local $column i32) (local $record i32) (local $recordsEnd i32) (local $done i32)
    (local.set $at (i32.shl (local.get $from) (i32.const 3)))
    (local.set $end (i32.shl (local.get $end) (i32.const 3)))
    (local.set $recordsEnd (i32.add (local.get $records) (i32.mul (local.get $count) (i32.const 44))))
    (v128.store (local.get $lasts) (v128.const i32x4 0 0 0 0))
    (loop $down
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
        (loop $blocks
          (local.set $at (call $block (local.get $at) (local.get $record) (local.get $block) (local.get $scale)))
          (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
          (i32.store offset=24
            (local.get $record)
            (i32.add (i32.load offset=24 (local.get $record)) (i32.load offset=32 (local.get $record))))
          (br_if $blocks
            (i32.lt_u (local.tee $record (i32.add (local.get $record) (i32.const 44))) (local.get $recordsEnd))))
        (if (i32.gt_u (local.get $at) (local.get $end)) (then (return (i32.const 0))))
        (local.set $done (i32.add (local.get $done) (i32.const 1)))
        (br_if $across (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
      (call $advance (local.get $records) (local.get $recordsEnd) (i32.const 36))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))
    (i32.eqz (local.get $markers))))
