;; A part of layer-kernels.wat: the shift at which a cell is most like the other picture.

;; What $correlate adds up of one row of the other picture's cell: squares of 16 words.
(func $squares (param $at i32) (result v128)
  (local $u v128) (local $v v128)
  (local.set $u (v128.load (local.get $at)))
  (local.set $v (v128.load offset=16 (local.get $at)))
  (i32x4.add
    (i32x4.dot_i16x8_s (local.get $u) (local.get $u))
    (i32x4.dot_i16x8_s (local.get $v) (local.get $v))))

;; For each of $rows × $columns shifts one record of four 32-bit sums: products of x, products of y, squares of the
;; other's x, squares of its y. The other's addresses are those of the first shift; records go right, then down. Shifts are
;; taken column by column: going down, squares lose the row that is left and gain the next one.
(func $correlate
  (param $x i32) (param $y i32) (param $otherX i32) (param $otherY i32)
  (param $stride i32) (param $columns i32) (param $rows i32) (param $to i32)
  (local $left i32) (local $row i32) (local $end i32) (local $next i32) (local $record i32)
  (local $ox i32) (local $oy i32)
  (local $px v128) (local $py v128) (local $sx v128) (local $sy v128)
  (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
  (local.set $next (i32.shl (local.get $columns) (i32.const 4)))
  (loop $across
    (local.set $ox (local.get $otherX))
    (local.set $oy (local.get $otherY))
    (local.set $record (local.get $to))
    (local.set $left (local.get $rows))
    (local.set $sx (v128.const i32x4 0 0 0 0))
    (local.set $sy (local.get $sx))
    (local.set $row (i32.const 0))
    (loop $first
      (local.set $sx (i32x4.add (local.get $sx) (call $squares (i32.add (local.get $ox) (local.get $row)))))
      (local.set $sy (i32x4.add (local.get $sy) (call $squares (i32.add (local.get $oy) (local.get $row)))))
      (br_if $first
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
    (loop $down
      (local.set $px (v128.const i32x4 0 0 0 0))
      (local.set $py (local.get $px))
      (local.set $row (i32.const 0))
      (loop $lines
        (local.set $px
          (i32x4.add
            (local.get $px)
            (i32x4.add
              (i32x4.dot_i16x8_s
                (v128.load (i32.add (local.get $ox) (local.get $row)))
                (v128.load (i32.add (local.get $x) (local.get $row))))
              (i32x4.dot_i16x8_s
                (v128.load offset=16 (i32.add (local.get $ox) (local.get $row)))
                (v128.load offset=16 (i32.add (local.get $x) (local.get $row)))))))
        (local.set $py
          (i32x4.add
            (local.get $py)
            (i32x4.add
              (i32x4.dot_i16x8_s
                (v128.load (i32.add (local.get $oy) (local.get $row)))
                (v128.load (i32.add (local.get $y) (local.get $row))))
              (i32x4.dot_i16x8_s
                (v128.load offset=16 (i32.add (local.get $oy) (local.get $row)))
                (v128.load offset=16 (i32.add (local.get $y) (local.get $row)))))))
        (br_if $lines
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
      (v128.store
        (local.get $record)
        (call $totals (local.get $px) (local.get $py) (local.get $sx) (local.get $sy)))
      (local.set $record (i32.add (local.get $record) (local.get $next)))
      (if (local.tee $left (i32.sub (local.get $left) (i32.const 1)))
        (then
          (local.set $sx
            (i32x4.add
              (local.get $sx)
              (i32x4.sub
                (call $squares (i32.add (local.get $ox) (local.get $end)))
                (call $squares (local.get $ox)))))
          (local.set $sy
            (i32x4.add
              (local.get $sy)
              (i32x4.sub
                (call $squares (i32.add (local.get $oy) (local.get $end)))
                (call $squares (local.get $oy)))))
          (local.set $ox (i32.add (local.get $ox) (local.get $stride)))
          (local.set $oy (i32.add (local.get $oy) (local.get $stride)))
          (br $down))))
    (local.set $to (i32.add (local.get $to) (i32.const 16)))
    (local.set $otherX (i32.add (local.get $otherX) (i32.const 2)))
    (local.set $otherY (i32.add (local.get $otherY) (i32.const 2)))
    (br_if $across (local.tee $columns (i32.sub (local.get $columns) (i32.const 1))))))

;; Energies of every cell of a grid, two 32-bit sums each: squares of x, squares of y. $lefts and $tops hold the cells'
;; edges in pixels.
(func (export "energies")
  (param $x i32) (param $y i32) (param $stride i32)
  (param $lefts i32) (param $tops i32) (param $columns i32) (param $rows i32) (param $to i32)
  (local $column i32) (local $left i32) (local $place i32) (local $row i32) (local $end i32)
  (local $sx v128) (local $sy v128)
  (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
  (loop $down
    (local.set $column (local.get $lefts))
    (local.set $left (local.get $columns))
    (loop $across
      (local.set $place
        (i32.add
          (i32.mul (i32.load (local.get $tops)) (local.get $stride))
          (i32.shl (i32.load (local.get $column)) (i32.const 1))))
      (local.set $sx (v128.const i32x4 0 0 0 0))
      (local.set $sy (local.get $sx))
      (local.set $row (i32.const 0))
      (loop $lines
        (local.set $sx
          (i32x4.add
            (local.get $sx)
            (call $squares (i32.add (i32.add (local.get $x) (local.get $place)) (local.get $row)))))
        (local.set $sy
          (i32x4.add
            (local.get $sy)
            (call $squares (i32.add (i32.add (local.get $y) (local.get $place)) (local.get $row)))))
        (br_if $lines
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
      (v128.store64_lane 0
        (local.get $to)
        (call $totals (local.get $sx) (local.get $sy) (local.get $sx) (local.get $sy)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $column (i32.add (local.get $column) (i32.const 4)))
      (br_if $across (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (local.set $tops (i32.add (local.get $tops) (i32.const 4)))
    (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

;; Number of the shift at which a cell correlates best, less $cost for a step, its square for two; −1 where none of them
;; has half of the cell's pixels. Fills $sums with the records of $correlate, and where a corner of what the shifts meet is
;; not known, $known with those of $known. The other picture's addresses are those of its first pixel; $startX and $startY
;; are where the first shift lies there, $centreX and $centreY where shifts cost nothing; $own is the cell's energy and
;; $floor what both energies are raised by. $mask is 0 where all pixels are known. Of equal shifts the first one counts.
(func (export "search")
  (param $x i32) (param $y i32) (param $otherX i32) (param $otherY i32) (param $mask i32) (param $stride i32)
  (param $startX i32) (param $startY i32) (param $columns i32) (param $rows i32)
  (param $centreX i32) (param $centreY i32)
  (param $own f64) (param $floor f64) (param $cost f64) (param $sums i32) (param $known i32)
  (result i32)
  (local $place i32) (local $right i32) (local $lower i32) (local $isMasked i32)
  (local $at i32) (local $best i32) (local $column i32) (local $row i32) (local $dx i32) (local $dy i32)
  (local $value f64) (local $most f64)
  (local.set $best (i32.const -1))
  (local.set $most (f64.const -2))
  (local.set $place
    (i32.add (i32.mul (local.get $startY) (local.get $stride)) (i32.shl (local.get $startX) (i32.const 1))))
  (call $correlate
    (local.get $x) (local.get $y)
    (i32.add (local.get $otherX) (local.get $place)) (i32.add (local.get $otherY) (local.get $place))
    (local.get $stride) (local.get $columns) (local.get $rows) (local.get $sums))
  (if (local.get $mask)
    (then
      (local.set $mask (i32.add (local.get $mask) (local.get $place)))
      (local.set $right (i32.shl (i32.add (local.get $columns) (i32.const 14)) (i32.const 1)))
      (local.set $lower (i32.mul (i32.add (local.get $rows) (i32.const 14)) (local.get $stride)))
      (local.set $isMasked
        (i32.ne
          (i32.and
            (i32.and
              (i32.load16_u (local.get $mask))
              (i32.load16_u (i32.add (local.get $mask) (local.get $right))))
            (i32.and
              (i32.load16_u (i32.add (local.get $mask) (local.get $lower)))
              (i32.load16_u (i32.add (i32.add (local.get $mask) (local.get $lower)) (local.get $right)))))
          (i32.const 65535)))
      (if (local.get $isMasked)
        (then
          (call $known
            (local.get $x) (local.get $y) (local.get $mask)
            (local.get $stride) (local.get $columns) (local.get $rows) (local.get $known))))))
  (local.set $dy (i32.sub (local.get $startY) (local.get $centreY)))
  (loop $down
    (local.set $column (local.get $columns))
    (local.set $dx (i32.sub (local.get $startX) (local.get $centreX)))
    (loop $across
      (block $tooFew
        (if (local.get $isMasked)
          (then
            (br_if $tooFew (i32.lt_s (i32.load offset=8 (local.get $known)) (i32.const 128)))
            (local.set $own
              (f64.add
                (f64.convert_i32_s (i32.load (local.get $known)))
                (f64.convert_i32_s (i32.load offset=4 (local.get $known)))))))
        (local.set $value
          (f64.sub
            (f64.div
              (f64.add
                (f64.convert_i32_s (i32.load (local.get $sums)))
                (f64.convert_i32_s (i32.load offset=4 (local.get $sums))))
              (f64.sqrt
                (f64.mul
                  (f64.add (local.get $own) (local.get $floor))
                  (f64.add
                    (f64.add
                      (f64.convert_i32_s (i32.load offset=8 (local.get $sums)))
                      (f64.convert_i32_s (i32.load offset=12 (local.get $sums))))
                    (local.get $floor)))))
            (f64.mul
              (local.get $cost)
              (f64.convert_i32_s
                (i32.add
                  (i32.mul (local.get $dx) (local.get $dx))
                  (i32.mul (local.get $dy) (local.get $dy)))))))
        (if (f64.gt (local.get $value) (local.get $most))
          (then
            (local.set $most (local.get $value))
            (local.set $best (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
      (local.set $known (i32.add (local.get $known) (i32.const 16)))
      (local.set $dx (i32.add (local.get $dx) (i32.const 1)))
      (br_if $across (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
    (local.set $dy (i32.add (local.get $dy) (i32.const 1)))
    (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))
  ;; The kept records tell whether pixels were missing.
  (if (i32.and (i32.ge_s (local.get $best) (i32.const 0)) (local.get $isMasked))
    (then (return (i32.or (local.get $best) (i32.const 0x10000)))))
  (local.get $best))

;; The same for what of the cell itself lies where the other picture has pixels: squares of x, squares of y, and the
;; number of such pixels, once more as a fourth sum. $mask holds 16-bit words, all ones where there is a pixel.
(func $known
  (param $x i32) (param $y i32) (param $mask i32)
  (param $stride i32) (param $columns i32) (param $rows i32) (param $to i32)
  (local $left i32) (local $row i32) (local $end i32) (local $at i32)
  (local $a v128) (local $b v128) (local $m v128) (local $n v128)
  (local $sx v128) (local $sy v128) (local $count v128)
  (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
  (loop $down
    (local.set $left (local.get $columns))
    (local.set $at (local.get $mask))
    (loop $across
      (local.set $sx (v128.const i32x4 0 0 0 0))
      (local.set $sy (local.get $sx))
      (local.set $count (local.get $sx))
      (local.set $row (i32.const 0))
      (loop $lines
        (local.set $m (v128.load (i32.add (local.get $at) (local.get $row))))
        (local.set $n (v128.load offset=16 (i32.add (local.get $at) (local.get $row))))
        (local.set $a (v128.and (local.get $m) (v128.load (i32.add (local.get $x) (local.get $row)))))
        (local.set $b (v128.and (local.get $n) (v128.load offset=16 (i32.add (local.get $x) (local.get $row)))))
        (local.set $sx
          (i32x4.add
            (local.get $sx)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $a) (local.get $a))
              (i32x4.dot_i16x8_s (local.get $b) (local.get $b)))))
        (local.set $a (v128.and (local.get $m) (v128.load (i32.add (local.get $y) (local.get $row)))))
        (local.set $b (v128.and (local.get $n) (v128.load offset=16 (i32.add (local.get $y) (local.get $row)))))
        (local.set $sy
          (i32x4.add
            (local.get $sy)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $a) (local.get $a))
              (i32x4.dot_i16x8_s (local.get $b) (local.get $b)))))
        (local.set $count
          (i32x4.add
            (local.get $count)
            (i32x4.add
              (i32x4.dot_i16x8_s (local.get $m) (local.get $m))
              (i32x4.dot_i16x8_s (local.get $n) (local.get $n)))))
        (br_if $lines
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
      (v128.store
        (local.get $to)
        (call $totals (local.get $sx) (local.get $sy) (local.get $count) (local.get $count)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (br_if $across (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (local.set $mask (i32.add (local.get $mask) (local.get $stride)))
    (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))
