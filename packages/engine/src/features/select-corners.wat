;; A part of keypoint-kernels.wat: the strongest corners, spread over the picture.

;; Addresses of the $most highest scores from $peaks to $end, what "keepPeaks" wrote and at least one; of equal ones the first
;; come first. They are counted, not compared: $places are 4096 words that are 0 before and after. Writes 4 bytes each.
(func (export "strongest") (param $peaks i32) (param $end i32) (param $most i32) (param $places i32) (param $to i32)
  (local $at i32) (local $place i32) (local $low i32) (local $high i32) (local $sum i32)
  (local.set $at (local.get $peaks))
  (local.set $low (i32.const 4095))
  (loop $count
    (local.set $sum (i32.load offset=4 (local.get $at)))
    (local.set $low (select (local.get $sum) (local.get $low) (i32.lt_u (local.get $sum) (local.get $low))))
    (local.set $high (select (local.get $sum) (local.get $high) (i32.gt_u (local.get $sum) (local.get $high))))
    (local.set $place (i32.add (local.get $places) (i32.shl (local.get $sum) (i32.const 2))))
    (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
    (br_if $count
      (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
  ;; How many score higher, from the highest down.
  (local.set $low (i32.add (local.get $places) (i32.shl (local.get $low) (i32.const 2))))
  (local.set $high (i32.add (local.get $places) (i32.shl (local.get $high) (i32.const 2))))
  (local.set $place (local.get $high))
  (local.set $sum (i32.const 0))
  (loop $higher
    (local.set $at (i32.load (local.get $place)))
    (i32.store (local.get $place) (local.get $sum))
    (local.set $sum (i32.add (local.get $sum) (local.get $at)))
    (br_if $higher
      (i32.ge_u (local.tee $place (i32.sub (local.get $place) (i32.const 4))) (local.get $low))))
  (loop $put
    (local.set $place
      (i32.add (local.get $places) (i32.shl (i32.load offset=4 (local.get $peaks)) (i32.const 2))))
    (local.set $at (i32.load (local.get $place)))
    (i32.store (local.get $place) (i32.add (local.get $at) (i32.const 1)))
    (if (i32.lt_u (local.get $at) (local.get $most))
      (then
        (i32.store
          (i32.add (local.get $to) (i32.shl (local.get $at) (i32.const 2)))
          (i32.load (local.get $peaks)))))
    (br_if $put
      (i32.lt_u (local.tee $peaks (i32.add (local.get $peaks) (i32.const 8))) (local.get $end))))
  (memory.fill
    (local.get $low)
    (i32.const 0)
    (i32.add (i32.sub (local.get $high) (local.get $low)) (i32.const 4))))

;; Response of the corners at $count addresses in $list: det - 0.04 · trace² of the second moments of the gradient over 7 × 7
;; pixels. Writes [response, an 8-byte number; address; 4 bytes unused] for each.
(func (export "respond") (param $list i32) (param $count i32) (param $to i32)
  (local $at i32) (local $row i32) (local $dx v128) (local $dy v128) (local $xx v128) (local $yy v128) (local $xy v128)
  (local $seven v128) (local $x f64) (local $y f64) (local $mixed f64)
  (local.set $seven (v128.const i16x8 -1 -1 -1 -1 -1 -1 -1 0))
  (loop $points
    (local.set $at (i32.sub (i32.load (local.get $list)) (i32.const 1347)))
    (local.set $row (i32.const 7))
    (local.set $xx (v128.const i32x4 0 0 0 0))
    (local.set $yy (local.get $xx))
    (local.set $xy (local.get $xx))
    (loop $rows
      (local.set $dx
        (v128.and
          (i16x8.sub
            (v128.load8x8_u offset=337 (local.get $at))
            (v128.load8x8_u offset=335 (local.get $at)))
          (local.get $seven)))
      (local.set $dy
        (v128.and
          (i16x8.sub (v128.load8x8_u offset=672 (local.get $at)) (v128.load8x8_u (local.get $at)))
          (local.get $seven)))
      (local.set $xx (i32x4.add (local.get $xx) (i32x4.dot_i16x8_s (local.get $dx) (local.get $dx))))
      (local.set $yy (i32x4.add (local.get $yy) (i32x4.dot_i16x8_s (local.get $dy) (local.get $dy))))
      (local.set $xy (i32x4.add (local.get $xy) (i32x4.dot_i16x8_s (local.get $dx) (local.get $dy))))
      (local.set $at (i32.add (local.get $at) (i32.const 336)))
      (br_if $rows (local.tee $row (i32.sub (local.get $row) (i32.const 1)))))
    (local.set $x (f64.convert_i32_s (call $sumOfLanes (local.get $xx))))
    (local.set $y (f64.convert_i32_s (call $sumOfLanes (local.get $yy))))
    (local.set $mixed (f64.convert_i32_s (call $sumOfLanes (local.get $xy))))
    (f64.store
      (local.get $to)
      (f64.sub
        (f64.sub (f64.mul (local.get $x) (local.get $y)) (f64.mul (local.get $mixed) (local.get $mixed)))
        (f64.mul
          (f64.mul (f64.const 0.04) (f64.add (local.get $x) (local.get $y)))
          (f64.add (local.get $x) (local.get $y)))))
    (i32.store offset=8 (local.get $to) (i32.load (local.get $list)))
    (local.set $to (i32.add (local.get $to) (i32.const 16)))
    (local.set $list (i32.add (local.get $list) (i32.const 4)))
    (br_if $points (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

(func $sumOfLanes (param $lanes v128) (result i32)
  (i32.add
    (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
    (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

;; Sorts records of 16 bytes from $from to $end, at least one, by the number that each begins with, the highest first, equal ones as they
;; come: runs of one, then of two, of four … are merged to and fro between there and $room. Returns where they are at last.
(func (export "sortDown") (param $from i32) (param $end i32) (param $room i32) (result i32)
  (local $bytes i32) (local $run i32) (local $left i32) (local $right i32) (local $middle i32) (local $stop i32) (local $to i32)
  (local $isLeft i32)
  (local.set $bytes (i32.sub (local.get $end) (local.get $from)))
  (local.set $run (i32.const 16))
  (block $sorted
    (loop $longer
      (br_if $sorted (i32.ge_u (local.get $run) (local.get $bytes)))
      (local.set $left (local.get $from))
      (local.set $to (local.get $room))
      (local.set $end (i32.add (local.get $from) (local.get $bytes)))
      (loop $couples
        (local.set $middle (call $least (i32.add (local.get $left) (local.get $run)) (local.get $end)))
        (local.set $stop (call $least (i32.add (local.get $middle) (local.get $run)) (local.get $end)))
        (local.set $right (local.get $middle))
        (if (i32.lt_u (local.get $right) (local.get $stop))
          (then
            ;; Which of two comes first nobody can foretell: it is selected, not jumped to.
            (loop $merge
              (local.set $isLeft (f64.ge (f64.load (local.get $left)) (f64.load (local.get $right))))
              (v128.store
                (local.get $to)
                (v128.load (select (local.get $left) (local.get $right) (local.get $isLeft))))
              (local.set $to (i32.add (local.get $to) (i32.const 16)))
              (local.set $left (i32.add (local.get $left) (i32.shl (local.get $isLeft) (i32.const 4))))
              (local.set $right
                (i32.add (local.get $right) (i32.sub (i32.const 16) (i32.shl (local.get $isLeft) (i32.const 4)))))
              (br_if $merge
                (i32.and
                  (i32.lt_u (local.get $left) (local.get $middle))
                  (i32.lt_u (local.get $right) (local.get $stop)))))))
        (local.set $to (call $copyRecords (local.get $left) (local.get $middle) (local.get $to)))
        (local.set $to (call $copyRecords (local.get $right) (local.get $stop) (local.get $to)))
        (br_if $couples (i32.lt_u (local.tee $left (local.get $stop)) (local.get $end))))
      (local.set $to (local.get $from))
      (local.set $from (local.get $room))
      (local.set $room (local.get $to))
      (local.set $run (i32.shl (local.get $run) (i32.const 1)))
      (br $longer)))
  (local.get $from))

;; Copies records of 16 bytes; returns where the copies end.
(func $copyRecords (param $from i32) (param $end i32) (param $to i32) (result i32)
  (block $copied
    (loop $records
      (br_if $copied (i32.ge_u (local.get $from) (local.get $end)))
      (v128.store (local.get $to) (v128.load (local.get $from)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br $records)))
  (local.get $to))

(func $least (param $one i32) (param $other i32) (result i32)
  (select (local.get $one) (local.get $other) (i32.lt_u (local.get $one) (local.get $other))))

;; Takes of $count sorted records of "respond" the first $most, at most $quota of them from any one square cell of $side pixels,
;; $columns cells a row. $taken is a byte for each cell, all 0 before. Writes their addresses, 4 bytes each, and returns how many.
(func (export "choose")
  (param $sorted i32) (param $count i32) (param $plane i32) (param $side i32) (param $columns i32) (param $quota i32)
  (param $taken i32) (param $most i32) (param $to i32)
  (result i32)
  (local $pixel i32) (local $cell i32) (local $chosen i32)
  (block $enough
    (loop $corners
      (br_if $enough (i32.eqz (local.get $count)))
      (br_if $enough (i32.eq (local.get $chosen) (local.get $most)))
      (local.set $pixel (i32.sub (i32.load offset=8 (local.get $sorted)) (local.get $plane)))
      (local.set $cell
        (i32.add
          (local.get $taken)
          (i32.add
            (i32.mul (i32.div_u (i32.div_u (local.get $pixel) (i32.const 336)) (local.get $side)) (local.get $columns))
            (i32.div_u (i32.rem_u (local.get $pixel) (i32.const 336)) (local.get $side)))))
      (if (i32.lt_u (i32.load8_u (local.get $cell)) (local.get $quota))
        (then
          (i32.store8 (local.get $cell) (i32.add (i32.load8_u (local.get $cell)) (i32.const 1)))
          (i32.store
            (i32.add (local.get $to) (i32.shl (local.get $chosen) (i32.const 2)))
            (i32.load offset=8 (local.get $sorted)))
          (local.set $chosen (i32.add (local.get $chosen) (i32.const 1)))))
      (local.set $sorted (i32.add (local.get $sorted) (i32.const 16)))
      (local.set $count (i32.sub (local.get $count) (i32.const 1)))
      (br $corners)))
  (local.get $chosen))
