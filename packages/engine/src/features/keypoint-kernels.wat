;; Inner loops of the keypoints over planes of bytes, row-major. Loops work in whole vectors, so up to 15 bytes after a
;; plane are read; what is written beyond an output is said where it happens.
(module
  (memory (export "memory") 4)

  ;; Weighted sum of two rows as 16-bit words, 256 times too large: $top by 256 - $part, the row $width below it by $part.
  ;; Writes up to 14 bytes beyond.
  (func $blendRows (param $top i32) (param $width i32) (param $part i32) (param $to i32)
    (local $end i32) (local $lower v128) (local $upper v128)
    (local.set $end (i32.add (local.get $top) (local.get $width)))
    (local.set $lower (i16x8.splat (local.get $part)))
    (local.set $upper (i16x8.splat (i32.sub (i32.const 256) (local.get $part))))
    (loop $across
      (v128.store
        (local.get $to)
        (i16x8.add
          (i16x8.mul (v128.load8x8_u (local.get $top)) (local.get $upper))
          (i16x8.mul (v128.load8x8_u (i32.add (local.get $top) (local.get $width))) (local.get $lower))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $across
        (i32.lt_u (local.tee $top (i32.add (local.get $top) (i32.const 8))) (local.get $end)))))

  ;; One row of a shrunken plane. A record of $columns is [byte offset in the line of words, part of the right one / 256].
  (func (export "shrinkRow")
    (param $top i32) (param $width i32) (param $part i32) (param $line i32)
    (param $columns i32) (param $count i32) (param $to i32)
    (local $end i32) (local $pair i32) (local $right i32)
    (call $blendRows (local.get $top) (local.get $width) (local.get $part) (local.get $line))
    (local.set $end (i32.add (local.get $to) (local.get $count)))
    (loop $across
      (local.set $pair (i32.load (i32.add (local.get $line) (i32.load16_u (local.get $columns)))))
      (local.set $right (i32.load16_u offset=2 (local.get $columns)))
      (i32.store8
        (local.get $to)
        (i32.shr_u
          (i32.add
            (i32.add
              (i32.mul
                (i32.and (local.get $pair) (i32.const 0xffff))
                (i32.sub (i32.const 256) (local.get $right)))
              (i32.mul (i32.shr_u (local.get $pair) (i32.const 16)) (local.get $right)))
            (i32.const 32768))
          (i32.const 16)))
      (local.set $columns (i32.add (local.get $columns) (i32.const 4)))
      (br_if $across
        (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 1))) (local.get $end)))))

  ;; Smooths $count bytes from $from to $to along neighbours $step apart: (56 centre + 49 one + 33 two + 18 three + 128) >> 8
  ;; of words; one, two and three are sums of the pixels so many steps before and after. $count ≥ 8; nothing is written
  ;; beyond.
  (func (export "smoothRun") (param $from i32) (param $to i32) (param $count i32) (param $step i32)
    (local $last i32) (local $two i32) (local $three i32) (local $words v128)
    (local.set $last (i32.sub (i32.add (local.get $from) (local.get $count)) (i32.const 8)))
    (local.set $two (i32.shl (local.get $step) (i32.const 1)))
    (local.set $three (i32.mul (local.get $step) (i32.const 3)))
    (loop $along
      (local.set $words
        (i16x8.shr_u
          (i16x8.add
            (i16x8.add
              (i16x8.mul (v128.load8x8_u (local.get $from)) (v128.const i16x8 56 56 56 56 56 56 56 56))
              (i16x8.mul
                (i16x8.add
                  (v128.load8x8_u (i32.sub (local.get $from) (local.get $step)))
                  (v128.load8x8_u (i32.add (local.get $from) (local.get $step))))
                (v128.const i16x8 49 49 49 49 49 49 49 49)))
            (i16x8.add
              (i16x8.add
                (i16x8.mul
                  (i16x8.add
                    (v128.load8x8_u (i32.sub (local.get $from) (local.get $two)))
                    (v128.load8x8_u (i32.add (local.get $from) (local.get $two))))
                  (v128.const i16x8 33 33 33 33 33 33 33 33))
                (i16x8.mul
                  (i16x8.add
                    (v128.load8x8_u (i32.sub (local.get $from) (local.get $three)))
                    (v128.load8x8_u (i32.add (local.get $from) (local.get $three))))
                  (v128.const i16x8 18 18 18 18 18 18 18 18)))
              (v128.const i16x8 128 128 128 128 128 128 128 128)))
          (i32.const 8)))
      (v128.store64_lane 0 (local.get $to) (i8x16.narrow_i16x8_u (local.get $words) (local.get $words)))
      (local.set $from (i32.add (local.get $from) (i32.const 8)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (br_if $along (i32.le_s (local.get $from) (local.get $last)))
      ;; The last vector overlaps the one before it.
      (if (i32.lt_s (local.get $from) (i32.add (local.get $last) (i32.const 8)))
        (then
          (local.set $to (i32.sub (local.get $to) (i32.sub (local.get $from) (local.get $last))))
          (local.set $from (local.get $last))
          (br $along)))))

  ;; Whether any of 16 pixels from $at may have an arc: it covers at least two neighbouring compass points.
  (func $mayHaveArc (param $at i32) (param $rows3 i32) (param $high v128) (param $low v128) (result i32)
    (local $north v128) (local $south v128) (local $east v128) (local $west v128)
    (local.set $north (v128.load (i32.sub (local.get $at) (local.get $rows3))))
    (local.set $south (v128.load (i32.add (local.get $at) (local.get $rows3))))
    (local.set $west (v128.load (i32.sub (local.get $at) (i32.const 3))))
    (local.set $east (v128.load offset=3 (local.get $at)))
    (v128.any_true
      (v128.or
        (i8x16.sub_sat_u
          (i8x16.min_u
            (i8x16.max_u (local.get $north) (local.get $south))
            (i8x16.max_u (local.get $east) (local.get $west)))
          (local.get $high))
        (i8x16.sub_sat_u
          (local.get $low)
          (i8x16.max_u
            (i8x16.min_u (local.get $north) (local.get $south))
            (i8x16.min_u (local.get $east) (local.get $west)))))))

  ;; Scores the pixels $at … $end of one row, 16 at a time: a 16-bit score into $scores for each that has an arc of nine
  ;; (how far the circle's pixels exceed the threshold on its side, summed), and their addresses into $list, 4 bytes
  ;; each. $circle holds the byte offsets of the circle's pixels in order, the first eight of them again at the end.
  ;; Up to 15 scores after the row's become 0. Returns the end of the list.
  (func (export "scoreRow")
    (param $at i32) (param $end i32) (param $width i32) (param $threshold i32)
    (param $circle i32) (param $scores i32) (param $list i32)
    (result i32)
    (local $entry i32) (local $lanes i32)
    (local $step v128) (local $high v128) (local $low v128) (local $pixel v128) (local $zero v128) (local $one v128)
    (local $brightRun v128) (local $bright v128) (local $darkRun v128) (local $dark v128)
    (local.set $step (i8x16.splat (local.get $threshold)))
    (local.set $one (i8x16.splat (i32.const 1)))
    (loop $across
      (local.set $high (i8x16.add_sat_u (v128.load (local.get $at)) (local.get $step)))
      (local.set $low (i8x16.sub_sat_u (v128.load (local.get $at)) (local.get $step)))
      (if (call $mayHaveArc
            (local.get $at) (i32.mul (local.get $width) (i32.const 3)) (local.get $high) (local.get $low))
        (then
          ;; Longest runs of brighter and of darker pixels, going round once and a half.
          (local.set $brightRun (local.get $zero))
          (local.set $bright (local.get $zero))
          (local.set $darkRun (local.get $zero))
          (local.set $dark (local.get $zero))
          (local.set $entry (local.get $circle))
          (loop $round
            (local.set $pixel (v128.load (i32.add (local.get $at) (i32.load (local.get $entry)))))
            (local.set $brightRun
              (v128.andnot
                (i8x16.add (local.get $brightRun) (local.get $one))
                (i8x16.eq (i8x16.sub_sat_u (local.get $pixel) (local.get $high)) (local.get $zero))))
            (local.set $bright (i8x16.max_u (local.get $bright) (local.get $brightRun)))
            (local.set $darkRun
              (v128.andnot
                (i8x16.add (local.get $darkRun) (local.get $one))
                (i8x16.eq (i8x16.sub_sat_u (local.get $low) (local.get $pixel)) (local.get $zero))))
            (local.set $dark (i8x16.max_u (local.get $dark) (local.get $darkRun)))
            (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
            (br_if $round (i32.lt_u (local.get $entry) (i32.add (local.get $circle) (i32.const 96)))))
          (local.set $step
            (i8x16.lt_u
              (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
              (i8x16.splat (call $atMost16 (i32.sub (local.get $end) (local.get $at))))))
          (local.set $bright
            (v128.and (local.get $step) (i8x16.ge_u (local.get $bright) (i8x16.splat (i32.const 9)))))
          (local.set $dark
            (v128.and (local.get $step) (i8x16.ge_u (local.get $dark) (i8x16.splat (i32.const 9)))))
          (local.set $step (i8x16.splat (local.get $threshold)))
          (local.set $lanes (i8x16.bitmask (v128.or (local.get $bright) (local.get $dark))))
          (if (local.get $lanes)
            (then
              ;; The runs' registers now hold the sums of the low and of the high eight pixels.
              (local.set $brightRun (local.get $zero))
              (local.set $darkRun (local.get $zero))
              (local.set $entry (local.get $circle))
              (loop $round
                (local.set $pixel (v128.load (i32.add (local.get $at) (i32.load (local.get $entry)))))
                (local.set $pixel
                  (v128.or
                    (v128.and (local.get $bright) (i8x16.sub_sat_u (local.get $pixel) (local.get $high)))
                    (v128.and (local.get $dark) (i8x16.sub_sat_u (local.get $low) (local.get $pixel)))))
                (local.set $brightRun
                  (i16x8.add (local.get $brightRun) (i16x8.extend_low_i8x16_u (local.get $pixel))))
                (local.set $darkRun
                  (i16x8.add (local.get $darkRun) (i16x8.extend_high_i8x16_u (local.get $pixel))))
                (local.set $entry (i32.add (local.get $entry) (i32.const 4)))
                (br_if $round (i32.lt_u (local.get $entry) (i32.add (local.get $circle) (i32.const 64)))))
              (v128.store (local.get $scores) (local.get $brightRun))
              (v128.store offset=16 (local.get $scores) (local.get $darkRun))
              (loop $corners
                (i32.store (local.get $list) (i32.add (local.get $at) (i32.ctz (local.get $lanes))))
                (local.set $list (i32.add (local.get $list) (i32.const 4)))
                (br_if $corners
                  (local.tee $lanes (i32.and (local.get $lanes) (i32.sub (local.get $lanes) (i32.const 1))))))))))
      (local.set $scores (i32.add (local.get $scores) (i32.const 32)))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.get $list))

  (func $atMost16 (param $count i32) (result i32)
    (select (local.get $count) (i32.const 16) (i32.lt_s (local.get $count) (i32.const 16))))

  ;; Second moments of the gradient over 7 × 7 pixels, [xx, yy, xy] for each of $count addresses in $list.
  (func (export "gradients") (param $list i32) (param $count i32) (param $width i32) (param $to i32)
    (local $at i32) (local $row i32) (local $dx v128) (local $dy v128) (local $xx v128) (local $yy v128) (local $xy v128)
    (loop $points
      (local.set $at
        (i32.sub
          (i32.sub (i32.load (local.get $list)) (i32.const 3))
          (i32.mul (local.get $width) (i32.const 3))))
      (local.set $row (i32.const 7))
      (local.set $xx (v128.const i32x4 0 0 0 0))
      (local.set $yy (local.get $xx))
      (local.set $xy (local.get $xx))
      (loop $rows
        (local.set $dx
          (v128.and
            (i16x8.sub
              (v128.load8x8_u offset=1 (local.get $at))
              (v128.load8x8_u (i32.sub (local.get $at) (i32.const 1))))
            (v128.const i16x8 -1 -1 -1 -1 -1 -1 -1 0)))
        (local.set $dy
          (v128.and
            (i16x8.sub
              (v128.load8x8_u (i32.add (local.get $at) (local.get $width)))
              (v128.load8x8_u (i32.sub (local.get $at) (local.get $width))))
            (v128.const i16x8 -1 -1 -1 -1 -1 -1 -1 0)))
        (local.set $xx (i32x4.add (local.get $xx) (i32x4.dot_i16x8_s (local.get $dx) (local.get $dx))))
        (local.set $yy (i32x4.add (local.get $yy) (i32x4.dot_i16x8_s (local.get $dy) (local.get $dy))))
        (local.set $xy (i32x4.add (local.get $xy) (i32x4.dot_i16x8_s (local.get $dx) (local.get $dy))))
        (local.set $at (i32.add (local.get $at) (local.get $width)))
        (br_if $rows (local.tee $row (i32.sub (local.get $row) (i32.const 1)))))
      (i32.store (local.get $to) (call $sumOfLanes (local.get $xx)))
      (i32.store offset=4 (local.get $to) (call $sumOfLanes (local.get $yy)))
      (i32.store offset=8 (local.get $to) (call $sumOfLanes (local.get $xy)))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $points (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  (func $sumOfLanes (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  ;; First moments [x, y] of the disc of radius 15 around each of $count addresses in $list. $discs holds, for the rows
  ;; 0 … 15, 32 bytes that are 255 inside the disc, for the columns -15 … 16.
  ;; Sums fit 16 bits: 31 rows of 255 a column, and 255 · (1 + … + 15) a weighted column.
  (func (export "moments") (param $list i32) (param $count i32) (param $width i32) (param $discs i32) (param $to i32)
    (local $centre i32) (local $row i32) (local $above i32) (local $below i32) (local $half i32) (local $disc i32)
    (local $up v128) (local $down v128) (local $columnsLow v128) (local $columnsHigh v128)
    (local $rowsLow v128) (local $rowsHigh v128) (local $rowWeight v128) (local $x v128) (local $y v128)
    (loop $points
      (local.set $x (v128.const i32x4 0 0 0 0))
      (local.set $y (local.get $x))
      (local.set $half (i32.const 0))
      (loop $halves
        (local.set $centre
          (i32.add (i32.sub (i32.load (local.get $list)) (i32.const 15)) (local.get $half)))
        (local.set $disc (i32.add (local.get $discs) (local.get $half)))
        (local.set $up (v128.and (v128.load (local.get $centre)) (v128.load (local.get $disc))))
        (local.set $columnsLow (i16x8.extend_low_i8x16_u (local.get $up)))
        (local.set $columnsHigh (i16x8.extend_high_i8x16_u (local.get $up)))
        (local.set $rowsLow (v128.const i32x4 0 0 0 0))
        (local.set $rowsHigh (local.get $rowsLow))
        (local.set $above (local.get $centre))
        (local.set $below (local.get $centre))
        (local.set $row (i32.const 1))
        (loop $rows
          (local.set $above (i32.sub (local.get $above) (local.get $width)))
          (local.set $below (i32.add (local.get $below) (local.get $width)))
          (local.set $disc (i32.add (local.get $disc) (i32.const 32)))
          (local.set $up (v128.and (v128.load (local.get $above)) (v128.load (local.get $disc))))
          (local.set $down (v128.and (v128.load (local.get $below)) (v128.load (local.get $disc))))
          (local.set $rowWeight (i16x8.splat (local.get $row)))
          (local.set $columnsLow
            (i16x8.add
              (local.get $columnsLow)
              (i16x8.add
                (i16x8.extend_low_i8x16_u (local.get $up))
                (i16x8.extend_low_i8x16_u (local.get $down)))))
          (local.set $columnsHigh
            (i16x8.add
              (local.get $columnsHigh)
              (i16x8.add
                (i16x8.extend_high_i8x16_u (local.get $up))
                (i16x8.extend_high_i8x16_u (local.get $down)))))
          (local.set $rowsLow
            (i16x8.add
              (local.get $rowsLow)
              (i16x8.mul
                (i16x8.sub
                  (i16x8.extend_low_i8x16_u (local.get $down))
                  (i16x8.extend_low_i8x16_u (local.get $up)))
                (local.get $rowWeight))))
          (local.set $rowsHigh
            (i16x8.add
              (local.get $rowsHigh)
              (i16x8.mul
                (i16x8.sub
                  (i16x8.extend_high_i8x16_u (local.get $down))
                  (i16x8.extend_high_i8x16_u (local.get $up)))
                (local.get $rowWeight))))
          (br_if $rows
            (i32.le_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (i32.const 15))))
        (local.set $rowWeight (i16x8.splat (local.get $half)))
        (local.set $x
          (i32x4.add
            (local.get $x)
            (i32x4.add
              (i32x4.dot_i16x8_s
                (local.get $columnsLow)
                (i16x8.add (local.get $rowWeight) (v128.const i16x8 -15 -14 -13 -12 -11 -10 -9 -8)))
              (i32x4.dot_i16x8_s
                (local.get $columnsHigh)
                (i16x8.add (local.get $rowWeight) (v128.const i16x8 -7 -6 -5 -4 -3 -2 -1 0))))))
        (local.set $y
          (i32x4.add
            (local.get $y)
            (i32x4.add
              (i32x4.extadd_pairwise_i16x8_s (local.get $rowsLow))
              (i32x4.extadd_pairwise_i16x8_s (local.get $rowsHigh)))))
        (br_if $halves
          (i32.eq (local.tee $half (i32.add (local.get $half) (i32.const 16))) (i32.const 16))))
      (i32.store (local.get $to) (call $sumOfLanes (local.get $x)))
      (i32.store offset=4 (local.get $to) (call $sumOfLanes (local.get $y)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $points (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; rows · width + columns of $count signed byte pairs as 16-bit offsets; $count is a multiple of 8.
  (func (export "offsets") (param $columns i32) (param $rows i32) (param $count i32) (param $width i32) (param $to i32)
    (local $end i32) (local $factor v128)
    (local.set $end (i32.add (local.get $columns) (local.get $count)))
    (local.set $factor (i16x8.splat (local.get $width)))
    (loop $all
      (v128.store
        (local.get $to)
        (i16x8.add
          (i16x8.mul (v128.load8x8_s (local.get $rows)) (local.get $factor))
          (v128.load8x8_s (local.get $columns))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $rows (i32.add (local.get $rows) (i32.const 8)))
      (br_if $all
        (i32.lt_u (local.tee $columns (i32.add (local.get $columns) (i32.const 8))) (local.get $end)))))

  ;; 256 comparisons of pixels around $at, lowest bit first: bit n is set when the pixel at offset 2n is darker than that
  ;; at offset 2n + 1.
  (func (export "describe") (param $at i32) (param $offsets i32) (param $to i32)
    (local $end i32) (local $bits i32) (local $bit i32)
    (local.set $end (i32.add (local.get $to) (i32.const 32)))
    (loop $words
      (local.set $bits (i32.const 0))
      (local.set $bit (i32.const 32))
      (loop $tests
        (local.set $bits
          (i32.or
            (i32.shr_u (local.get $bits) (i32.const 1))
            (i32.shl
              (i32.lt_u
                (i32.load8_u (i32.add (local.get $at) (i32.load16_s (local.get $offsets))))
                (i32.load8_u (i32.add (local.get $at) (i32.load16_s offset=2 (local.get $offsets)))))
              (i32.const 31))))
        (local.set $offsets (i32.add (local.get $offsets) (i32.const 4)))
        (br_if $tests (local.tee $bit (i32.sub (local.get $bit) (i32.const 1)))))
      (i32.store (local.get $to) (local.get $bits))
      (br_if $words
        (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 4))) (local.get $end))))))
