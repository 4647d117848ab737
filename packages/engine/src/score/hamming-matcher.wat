;; Distances in bits between two sets of 256-bit descriptors, and which of them are each other's nearest.
;; Of 32 second descriptors at a time a table says, for each of the 64 half bytes of a descriptor and each value that it may
;; have, how far it is from theirs: a distance is 64 look-ups, made for all of them at once. Distances are bytes: 256 counts
;; as 255.
(module
  ;; From 0 on: table of the first 16, then of the other 16: 16 bytes for each of 16 values of each half byte.
  (memory (export "memory") 2)

  ;; 16 vectors: how many bits of each of $halves differ from 0, from 1, … from 15. The lower two bits and the upper two have four
  ;; cases each.
  (func $tabulate (param $halves v128) (param $to i32)
    (local $one v128) (local $two v128) (local $bit v128) (local $next v128)
    (local $low0 v128) (local $low1 v128) (local $low2 v128) (local $low3 v128)
    (local $high0 v128) (local $high1 v128) (local $high2 v128) (local $high3 v128)
    (local.set $one (i8x16.splat (i32.const 1)))
    (local.set $two (i8x16.splat (i32.const 2)))
    (local.set $bit (v128.and (local.get $halves) (local.get $one)))
    (local.set $next (v128.and (i16x8.shr_u (local.get $halves) (i32.const 1)) (local.get $one)))
    (local.set $low0 (i8x16.add (local.get $bit) (local.get $next)))
    (local.set $low1 (i8x16.add (i8x16.sub (local.get $one) (local.get $bit)) (local.get $next)))
    (local.set $low2 (i8x16.sub (local.get $two) (local.get $low1)))
    (local.set $low3 (i8x16.sub (local.get $two) (local.get $low0)))
    (local.set $bit (v128.and (i16x8.shr_u (local.get $halves) (i32.const 2)) (local.get $one)))
    (local.set $next (v128.and (i16x8.shr_u (local.get $halves) (i32.const 3)) (local.get $one)))
    (local.set $high0 (i8x16.add (local.get $bit) (local.get $next)))
    (local.set $high1 (i8x16.add (i8x16.sub (local.get $one) (local.get $bit)) (local.get $next)))
    (local.set $high2 (i8x16.sub (local.get $two) (local.get $high1)))
    (local.set $high3 (i8x16.sub (local.get $two) (local.get $high0)))
    (v128.store (local.get $to) (i8x16.add (local.get $low0) (local.get $high0)))
    (v128.store offset=16 (local.get $to) (i8x16.add (local.get $low1) (local.get $high0)))
    (v128.store offset=32 (local.get $to) (i8x16.add (local.get $low2) (local.get $high0)))
    (v128.store offset=48 (local.get $to) (i8x16.add (local.get $low3) (local.get $high0)))
    (v128.store offset=64 (local.get $to) (i8x16.add (local.get $low0) (local.get $high1)))
    (v128.store offset=80 (local.get $to) (i8x16.add (local.get $low1) (local.get $high1)))
    (v128.store offset=96 (local.get $to) (i8x16.add (local.get $low2) (local.get $high1)))
    (v128.store offset=112 (local.get $to) (i8x16.add (local.get $low3) (local.get $high1)))
    (v128.store offset=128 (local.get $to) (i8x16.add (local.get $low0) (local.get $high2)))
    (v128.store offset=144 (local.get $to) (i8x16.add (local.get $low1) (local.get $high2)))
    (v128.store offset=160 (local.get $to) (i8x16.add (local.get $low2) (local.get $high2)))
    (v128.store offset=176 (local.get $to) (i8x16.add (local.get $low3) (local.get $high2)))
    (v128.store offset=192 (local.get $to) (i8x16.add (local.get $low0) (local.get $high3)))
    (v128.store offset=208 (local.get $to) (i8x16.add (local.get $low1) (local.get $high3)))
    (v128.store offset=224 (local.get $to) (i8x16.add (local.get $low2) (local.get $high3)))
    (v128.store offset=240 (local.get $to) (i8x16.add (local.get $low3) (local.get $high3))))

  ;; The table at $to of the 16 descriptors from $from on.
  (func $tabulateSixteen (param $from i32) (param $to i32)
    (local $end i32) (local $bytes v128)
    (local.set $end (i32.add (local.get $from) (i32.const 32)))
    (loop $across
      (local.set $bytes (v128.load8_splat (local.get $from)))
      (local.set $bytes (v128.load8_lane offset=32 1 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=64 2 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=96 3 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=128 4 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=160 5 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=192 6 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=224 7 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=256 8 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=288 9 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=320 10 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=352 11 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=384 12 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=416 13 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=448 14 (local.get $from) (local.get $bytes)))
      (local.set $bytes (v128.load8_lane offset=480 15 (local.get $from) (local.get $bytes)))
      (call $tabulate (v128.and (local.get $bytes) (i8x16.splat (i32.const 15))) (local.get $to))
      (call $tabulate (i8x16.shr_u (local.get $bytes) (i32.const 4)) (i32.add (local.get $to) (i32.const 256)))
      (local.set $to (i32.add (local.get $to) (i32.const 512)))
      (br_if $across
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 1))) (local.get $end)))))

  ;; Where in a table the half bytes of $count descriptors are looked up: 64 addresses of 16 bits each. With $swap 16 the
  ;; halves of each descriptor are swapped, with 0 they are not.
  (func (export "address") (param $from i32) (param $count i32) (param $swap i32) (param $to i32)
    (local $end i32) (local $byte i32) (local $low v128) (local $high v128) (local $places v128) (local $bytes v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 5))))
    (loop $descriptors
      (local.set $places (v128.const i16x8 0 256 512 768 1024 1280 1536 1792))
      (local.set $byte (i32.const 0))
      (loop $bytes8
        (local.set $bytes
          (v128.load8x8_u (i32.add (local.get $from) (i32.xor (local.get $byte) (local.get $swap)))))
        (local.set $low
          (i16x8.shl (v128.and (local.get $bytes) (i16x8.splat (i32.const 15))) (i32.const 4)))
        (local.set $high (v128.and (local.get $bytes) (i16x8.splat (i32.const 240))))
        (v128.store
          (local.get $to)
          (i16x8.add
            (local.get $places)
            (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $low) (local.get $high))))
        (local.set $places (i16x8.add (local.get $places) (i16x8.splat (i32.const 2048))))
        (v128.store offset=16
          (local.get $to)
          (i16x8.add
            (local.get $places)
            (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $low) (local.get $high))))
        (local.set $places (i16x8.add (local.get $places) (i16x8.splat (i32.const 2048))))
        (local.set $to (i32.add (local.get $to) (i32.const 32)))
        (br_if $bytes8
          (i32.lt_u (local.tee $byte (i32.add (local.get $byte) (i32.const 8))) (i32.const 32))))
      (br_if $descriptors
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 32))) (local.get $end)))))

  ;; Distances of $count first descriptors, whose $addresses are given, from the second ones from $second on, of which there
  ;; are $left and 32 are taken: 32 bytes a first one, 255 where no second is left. $columns gets the least of each second one;
  ;; into the 16 least and 16 second least of each first one at $rows, 32 bytes, they are mixed.
  (func (export "measure")
    (param $addresses i32) (param $count i32) (param $second i32) (param $left i32) (param $rows i32) (param $columns i32)
    (param $to i32)
    (local $end i32) (local $halves i32) (local $at i32)
    (local $none v128) (local $noneMore v128) (local $a v128) (local $b v128)
    (local $leastA v128) (local $leastB v128) (local $first v128) (local $next v128)
    (call $tabulateSixteen (local.get $second) (i32.const 0))
    (call $tabulateSixteen (i32.add (local.get $second) (i32.const 512)) (i32.const 16384))
    (local.set $left (select (local.get $left) (i32.const 32) (i32.lt_u (local.get $left) (i32.const 32))))
    (local.set $none
      (i8x16.ge_s
        (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
        (i8x16.splat (local.get $left))))
    (local.set $noneMore
      (i8x16.ge_s
        (v128.const i8x16 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)
        (i8x16.splat (local.get $left))))
    (local.set $leastA (i8x16.splat (i32.const 255)))
    (local.set $leastB (local.get $leastA))
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 5))))
    (loop $descriptors
      (local.set $a (local.get $none))
      (local.set $b (local.get $noneMore))
      (local.set $halves (i32.add (local.get $addresses) (i32.const 128)))
      (loop $across
        (local.set $at (i32.load16_u (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=2 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=4 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=6 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=8 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=10 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=12 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (local.set $at (i32.load16_u offset=14 (local.get $addresses)))
        (local.set $a (i8x16.add_sat_u (local.get $a) (v128.load (local.get $at))))
        (local.set $b (i8x16.add_sat_u (local.get $b) (v128.load offset=16384 (local.get $at))))
        (br_if $across
          (i32.lt_u (local.tee $addresses (i32.add (local.get $addresses) (i32.const 16))) (local.get $halves))))
      (v128.store (local.get $to) (local.get $a))
      (v128.store offset=16 (local.get $to) (local.get $b))
      (local.set $leastA (i8x16.min_u (local.get $leastA) (local.get $a)))
      (local.set $leastB (i8x16.min_u (local.get $leastB) (local.get $b)))
      ;; Of both the lesser, then of what they leave and the second least the least.
      (local.set $first (v128.load (local.get $rows)))
      (local.set $next (i8x16.max_u (local.get $a) (local.get $b)))
      (local.set $a (i8x16.min_u (local.get $a) (local.get $b)))
      (v128.store (local.get $rows) (i8x16.min_u (local.get $first) (local.get $a)))
      (v128.store offset=16
        (local.get $rows)
        (i8x16.min_u
          (i8x16.min_u (v128.load offset=16 (local.get $rows)) (local.get $next))
          (i8x16.max_u (local.get $first) (local.get $a))))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $descriptors
        (i32.lt_u (local.tee $rows (i32.add (local.get $rows) (i32.const 32))) (local.get $end))))
    (v128.store (local.get $columns) (local.get $leastA))
    (v128.store offset=16 (local.get $columns) (local.get $leastB)))

  ;; Pairs of $count first descriptors and of second ones that are each other's nearest and no farther than $farthest, the
  ;; lower index winning where distances are equal. Takes what "measure" wrote: $rows, $columns, and the $distances to 32
  ;; second ones after those to the 32 before. Writes [first, second, distance, distance to the first one's second nearest],
  ;; 16 bytes, for each, and returns their end.
  (func (export "pairUp")
    (param $rows i32) (param $count i32) (param $columns i32) (param $distances i32) (param $farthest i32) (param $to i32)
    (result i32)
    (local $row i32) (local $block i32) (local $best i32) (local $found i32) (local $second i32) (local $at i32) (local $end i32)
    (local $first v128) (local $next v128) (local $other v128)
    (local.set $block (i32.shl (local.get $count) (i32.const 5)))
    (loop $descriptors
      (block $unmatched
        (local.set $first (v128.load (local.get $rows)))
        (local.set $next (v128.load offset=16 (local.get $rows)))
        ;; Folds 16 lanes into one: the least stays in $first, the second least in $next.
        (local.set $other
          (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $first) (local.get $first)))
        (local.set $next
          (i8x16.min_u
            (i8x16.min_u
              (local.get $next)
              (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $next) (local.get $next)))
            (i8x16.max_u (local.get $first) (local.get $other))))
        (local.set $first (i8x16.min_u (local.get $first) (local.get $other)))
        (local.set $other
          (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $first) (local.get $first)))
        (local.set $next
          (i8x16.min_u
            (i8x16.min_u
              (local.get $next)
              (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $next) (local.get $next)))
            (i8x16.max_u (local.get $first) (local.get $other))))
        (local.set $first (i8x16.min_u (local.get $first) (local.get $other)))
        (local.set $other (i32x4.shr_u (local.get $first) (i32.const 16)))
        (local.set $next
          (i8x16.min_u
            (i8x16.min_u (local.get $next) (i32x4.shr_u (local.get $next) (i32.const 16)))
            (i8x16.max_u (local.get $first) (local.get $other))))
        (local.set $first (i8x16.min_u (local.get $first) (local.get $other)))
        (local.set $other (i16x8.shr_u (local.get $first) (i32.const 8)))
        (local.set $next
          (i8x16.min_u
            (i8x16.min_u (local.get $next) (i16x8.shr_u (local.get $next) (i32.const 8)))
            (i8x16.max_u (local.get $first) (local.get $other))))
        (local.set $best (i8x16.extract_lane_u 0 (i8x16.min_u (local.get $first) (local.get $other))))
        (br_if $unmatched (i32.gt_u (local.get $best) (local.get $farthest)))
        ;; The first column with this distance.
        (local.set $other (i8x16.splat (local.get $best)))
        (local.set $at (i32.add (local.get $distances) (i32.shl (local.get $row) (i32.const 5))))
        (local.set $second (i32.const 0))
        (loop $blocks
          (local.set $found
            (i32.or
              (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (local.get $other)))
              (i32.shl
                (i8x16.bitmask (i8x16.eq (v128.load offset=16 (local.get $at)) (local.get $other)))
                (i32.const 16))))
          (if (i32.eqz (local.get $found))
            (then
              (local.set $second (i32.add (local.get $second) (i32.const 32)))
              (local.set $at (i32.add (local.get $at) (local.get $block)))
              (br $blocks))))
        (local.set $found (i32.ctz (local.get $found)))
        (local.set $second (i32.add (local.get $second) (local.get $found)))
        (br_if $unmatched
          (i32.ne (i32.load8_u (i32.add (local.get $columns) (local.get $second))) (local.get $best)))
        ;; No row above has the same distance in this column.
        (local.set $end (i32.add (local.get $at) (local.get $found)))
        (local.set $at (i32.sub (local.get $end) (i32.shl (local.get $row) (i32.const 5))))
        (block $none
          (loop $above
            (br_if $none (i32.ge_u (local.get $at) (local.get $end)))
            (br_if $unmatched (i32.eq (i32.load8_u (local.get $at)) (local.get $best)))
            (local.set $at (i32.add (local.get $at) (i32.const 32)))
            (br $above)))
        (i32.store (local.get $to) (local.get $row))
        (i32.store offset=4 (local.get $to) (local.get $second))
        (i32.store offset=8 (local.get $to) (local.get $best))
        (i32.store offset=12 (local.get $to) (i8x16.extract_lane_u 0 (local.get $next)))
        (local.set $to (i32.add (local.get $to) (i32.const 16))))
      (local.set $rows (i32.add (local.get $rows) (i32.const 32)))
      (br_if $descriptors
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $count))))
    (local.get $to)))
