;; Inner loops of laying one picture over another: sums over a cell of 16 × 16 gradients at many shifts.
;; Gradients are 16-bit, of a size at which no sum over a cell leaves 32 bits; planes have $stride bytes a row.
(module
  (memory (export "memory") 1)

  ;; The sums of four vectors' lanes as one vector.
  (func $totals (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (local $ab v128) (local $cd v128)
    (local.set $ab
      (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $cd
      (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $ab) (local.get $cd))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $ab) (local.get $cd))))

  ;; For each of $rows × $columns shifts one record of four 32-bit sums: products of x, products of y, squares of the
  ;; other's x, squares of its y. The other's addresses are those of the first shift; shifts go right, then down.
  (func (export "correlate")
    (param $x i32) (param $y i32) (param $otherX i32) (param $otherY i32)
    (param $stride i32) (param $columns i32) (param $rows i32) (param $to i32)
    (local $left i32) (local $row i32) (local $at i32) (local $end i32)
    (local $ox i32) (local $oy i32) (local $shift i32)
    (local $a v128) (local $b v128) (local $u v128) (local $v v128)
    (local $px v128) (local $py v128) (local $sx v128) (local $sy v128)
    (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
    (loop $down
      (local.set $left (local.get $columns))
      (local.set $ox (local.get $otherX))
      (local.set $oy (local.get $otherY))
      (loop $across
        (local.set $px (v128.const i32x4 0 0 0 0))
        (local.set $py (local.get $px))
        (local.set $sx (local.get $px))
        (local.set $sy (local.get $px))
        (local.set $row (i32.const 0))
        (loop $lines
          (local.set $u (v128.load (i32.add (local.get $ox) (local.get $row))))
          (local.set $v (v128.load offset=16 (i32.add (local.get $ox) (local.get $row))))
          (local.set $px
            (i32x4.add
              (local.get $px)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $u) (v128.load (i32.add (local.get $x) (local.get $row))))
                (i32x4.dot_i16x8_s (local.get $v) (v128.load offset=16 (i32.add (local.get $x) (local.get $row)))))))
          (local.set $sx
            (i32x4.add
              (local.get $sx)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $u) (local.get $u))
                (i32x4.dot_i16x8_s (local.get $v) (local.get $v)))))
          (local.set $a (v128.load (i32.add (local.get $oy) (local.get $row))))
          (local.set $b (v128.load offset=16 (i32.add (local.get $oy) (local.get $row))))
          (local.set $py
            (i32x4.add
              (local.get $py)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $a) (v128.load (i32.add (local.get $y) (local.get $row))))
                (i32x4.dot_i16x8_s (local.get $b) (v128.load offset=16 (i32.add (local.get $y) (local.get $row)))))))
          (local.set $sy
            (i32x4.add
              (local.get $sy)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $a) (local.get $a))
                (i32x4.dot_i16x8_s (local.get $b) (local.get $b)))))
          (br_if $lines
            (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
        (v128.store
          (local.get $to)
          (call $totals (local.get $px) (local.get $py) (local.get $sx) (local.get $sy)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $ox (i32.add (local.get $ox) (i32.const 2)))
        (local.set $oy (i32.add (local.get $oy) (i32.const 2)))
        (br_if $across (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $otherX (i32.add (local.get $otherX) (local.get $stride)))
      (local.set $otherY (i32.add (local.get $otherY) (local.get $stride)))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; The same for what of the cell itself lies where the other picture has pixels: squares of x, squares of y, and the
  ;; number of such pixels, once more as a fourth sum. $mask holds 16-bit words, all ones where there is a pixel.
  (func (export "known")
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
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))))
