;; Nearest and second-nearest neighbours in Hamming distance between two sets of 256-bit descriptors, both ways.
;; Layout of one result record: best index (i32), best distance (i32), second distance (i32).
(module
  (memory (export "memory") 1)
  ;; Records of the nearest neighbour so far; $at is the record, $index the candidate.
  (func $offer (param $at i32) (param $index i32) (param $distance i32)
    (if (i32.lt_u (local.get $distance) (i32.load offset=4 (local.get $at)))
      (then
        (i32.store offset=8 (local.get $at) (i32.load offset=4 (local.get $at)))
        (i32.store offset=4 (local.get $at) (local.get $distance))
        (i32.store (local.get $at) (local.get $index)))
      (else (i32.store offset=8 (local.get $at) (local.get $distance)))))
  (func (export "neighbours")
    (param $countA i32) (param $countB i32) (param $a i32) (param $b i32) (param $outA i32) (param $outB i32)
    (local $i i32) (local $j i32) (local $at i32) (local $record i32) (local $distance i32) (local $secondA i32)
    (local $a0 i64) (local $a1 i64) (local $a2 i64) (local $a3 i64)
    (loop $rows
      (if (i32.lt_u (local.get $i) (local.get $countA))
        (then
          (local.set $a0 (i64.load (local.get $a)))
          (local.set $a1 (i64.load offset=8 (local.get $a)))
          (local.set $a2 (i64.load offset=16 (local.get $a)))
          (local.set $a3 (i64.load offset=24 (local.get $a)))
          (local.set $secondA (i32.load offset=8 (local.get $outA)))
          (local.set $j (i32.const 0))
          (local.set $at (local.get $b))
          (local.set $record (local.get $outB))
          (loop $columns
            (if (i32.lt_u (local.get $j) (local.get $countB))
              (then
                ;; A processor counts a whole word's bits in one instruction; of single bytes it has to look them up.
                (local.set $distance
                  (i32.wrap_i64
                    (i64.add
                      (i64.add
                        (i64.popcnt (i64.xor (local.get $a0) (i64.load (local.get $at))))
                        (i64.popcnt (i64.xor (local.get $a1) (i64.load offset=8 (local.get $at)))))
                      (i64.add
                        (i64.popcnt (i64.xor (local.get $a2) (i64.load offset=16 (local.get $at))))
                        (i64.popcnt (i64.xor (local.get $a3) (i64.load offset=24 (local.get $at))))))))
                (if (i32.lt_u (local.get $distance) (local.get $secondA))
                  (then
                    (call $offer (local.get $outA) (local.get $j) (local.get $distance))
                    (local.set $secondA (i32.load offset=8 (local.get $outA)))))
                (if (i32.lt_u (local.get $distance) (i32.load offset=8 (local.get $record)))
                  (then (call $offer (local.get $record) (local.get $i) (local.get $distance))))
                (local.set $j (i32.add (local.get $j) (i32.const 1)))
                (local.set $at (i32.add (local.get $at) (i32.const 32)))
                (local.set $record (i32.add (local.get $record) (i32.const 12)))
                (br $columns))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (local.set $a (i32.add (local.get $a) (i32.const 32)))
          (local.set $outA (i32.add (local.get $outA) (i32.const 12)))
          (br $rows))))))
