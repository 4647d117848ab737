;; Loops over the colours of a decoded picture, in the memory in which it lies. Up to 15 bytes after an input are read, and 8 after
;; an output written.
(module
  (import "shared" "memory" (memory 4))

  ;; Sums of two floats beside each other, of two such couples, as doubles.
  (func $sumsOfTwo (param $at i32) (result v128)
    (local $four v128)
    (local.set $four (v128.load (local.get $at)))
    (f64x2.add
      (f64x2.promote_low_f32x4
        (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 (local.get $four) (local.get $four)))
      (f64x2.promote_low_f32x4
        (i8x16.shuffle 4 5 6 7 12 13 14 15 4 5 6 7 12 13 14 15 (local.get $four) (local.get $four)))))

  ;; Means of 2 × 2 values of 0 … 1, the lower ones $row bytes after the upper ones, as bytes: two beside each other, in words.
  (func $bytesOfTwo (param $at i32) (param $row i32) (result v128)
    (i32x4.trunc_sat_f64x2_s_zero
      (f64x2.add
        (f64x2.mul
          (f64x2.add
            (call $sumsOfTwo (local.get $at))
            (call $sumsOfTwo (i32.add (local.get $at) (local.get $row))))
          (f64x2.splat (f64.const 63.75)))
        (f64x2.splat (f64.const 0.5)))))

  ;; Colours of the means of 2 × 2 pixels of two rows of $row bytes of planar RGB, planes $plane bytes apart: of a word the lowest byte
  ;; is red, then come green and blue. Four at a time they are found in single precision, which is off by less than a ten-thousandth;
  ;; where one of them is nearer than a thousandth to the next byte, the four are found in double precision.
  (func $coloursOfRows (param $at i32) (param $row i32) (param $plane i32) (param $to i32)
    (local $end i32) (local $scale v128) (local $half v128) (local $near v128)
    (local $red v128) (local $green v128) (local $blue v128) (local $wholeRed v128) (local $wholeGreen v128) (local $wholeBlue v128)
    (local.set $scale (f32x4.splat (f32.const 63.75)))
    (local.set $half (f32x4.splat (f32.const 0.5)))
    (local.set $near (f32x4.splat (f32.const 0.499)))
    (local.set $end (i32.add (local.get $at) (local.get $row)))
    (loop $across
      (local.set $red (call $meansOfFour (local.get $at) (local.get $row) (local.get $scale) (local.get $half)))
      (local.set $green
        (call $meansOfFour
          (i32.add (local.get $at) (local.get $plane))
          (local.get $row) (local.get $scale) (local.get $half)))
      (local.set $blue
        (call $meansOfFour
          (i32.add (local.get $at) (i32.shl (local.get $plane) (i32.const 1)))
          (local.get $row) (local.get $scale) (local.get $half)))
      (local.set $wholeRed (f32x4.floor (local.get $red)))
      (local.set $wholeGreen (f32x4.floor (local.get $green)))
      (local.set $wholeBlue (f32x4.floor (local.get $blue)))
      (if (v128.any_true
            (f32x4.gt
              (f32x4.pmax
                (f32x4.abs (f32x4.sub (f32x4.sub (local.get $red) (local.get $wholeRed)) (local.get $half)))
                (f32x4.pmax
                  (f32x4.abs (f32x4.sub (f32x4.sub (local.get $green) (local.get $wholeGreen)) (local.get $half)))
                  (f32x4.abs (f32x4.sub (f32x4.sub (local.get $blue) (local.get $wholeBlue)) (local.get $half)))))
              (local.get $near)))
        (then
          (call $coloursOfTwo (local.get $at) (local.get $row) (local.get $plane) (local.get $to))
          (call $coloursOfTwo
            (i32.add (local.get $at) (i32.const 16))
            (local.get $row) (local.get $plane)
            (i32.add (local.get $to) (i32.const 8))))
        (else
          ;; Whole numbers below 2 ** 24 are exact.
          (v128.store
            (local.get $to)
            (i32x4.trunc_sat_f32x4_s
              (f32x4.add
                (local.get $wholeRed)
                (f32x4.add
                  (f32x4.mul (local.get $wholeGreen) (f32x4.splat (f32.const 256)))
                  (f32x4.mul (local.get $wholeBlue) (f32x4.splat (f32.const 65536)))))))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 32))) (local.get $end)))))

  ;; Means of 2 × 2 values of 0 … 1, the lower ones $row bytes after the upper ones, as bytes and a half: four beside each other.
  (func $meansOfFour (param $at i32) (param $row i32) (param $scale v128) (param $half v128) (result v128)
    (local $left v128) (local $right v128)
    (local.set $left
      (f32x4.add (v128.load (local.get $at)) (v128.load (i32.add (local.get $at) (local.get $row)))))
    (local.set $right
      (f32x4.add
        (v128.load offset=16 (local.get $at))
        (v128.load offset=16 (i32.add (local.get $at) (local.get $row)))))
    (f32x4.add
      (f32x4.mul
        (f32x4.add
          (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $left) (local.get $right))
          (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $left) (local.get $right)))
        (local.get $scale))
      (local.get $half)))

  ;; Two of these colours in double precision.
  (func $coloursOfTwo (param $at i32) (param $row i32) (param $plane i32) (param $to i32)
    (v128.store64_lane 0
      (local.get $to)
      (v128.or
        (v128.or
          (call $bytesOfTwo (local.get $at) (local.get $row))
          (i32x4.shl
            (call $bytesOfTwo (i32.add (local.get $at) (local.get $plane)) (local.get $row))
            (i32.const 8)))
        (i32x4.shl
          (call $bytesOfTwo
            (i32.add (local.get $at) (i32.shl (local.get $plane) (i32.const 1)))
            (local.get $row))
          (i32.const 16)))))

  ;; Adds the means of 2 × 2 pixels of a square picture, planar RGB floats of 0 … 1, to a histogram of 5 × 9 × 9 doubles.
  ;; $light holds, for each byte of red, then of green, then of blue, its parts of X, Y and Z, and 8 bytes more; $curve the
  ;; curve of CIE L*a*b*, $steps entries a unit; $lightness, for each of its entries, [the curve, parts of the darker and of the
  ;; brighter bin of lightness, as doubles; bytes of the darker one's first bin]. $line is room for a line of colours.
  ;; Doubles of at least 0 become whole by rounding down, and numbers once 2 ** 52 is added: their low bits are then the number,
  ;; which takes a fraction of a conversion. Constants are kept: beside an instruction they take two to four more.
  (func (export "addColours")
    (param $planes i32) (param $side i32) (param $light i32) (param $curve i32) (param $lightness i32) (param $steps f64)
    (param $histogram i32) (param $line i32)
    (local $row i32) (local $plane i32) (local $end i32) (local $at i32) (local $lineEnd i32)
    (local $colour i32) (local $last i32) (local $red i32) (local $green i32) (local $blue i32) (local $bin i32)
    (local $scale v128) (local $half v128) (local $whole v128) (local $one v128) (local $zero v128)
    (local $factors v128) (local $shift v128) (local $width v128) (local $places v128) (local $lastPlace v128) (local $bytes v128)
    (local $xy v128) (local $z v128) (local $ab v128) (local $ab0 v128) (local $far v128) (local $parts v128) (local $a v128)
    (local $darkNear v128) (local $darkFar v128) (local $brightNear v128) (local $brightFar v128)
    (local.set $scale (f64x2.splat (local.get $steps)))
    (local.set $half (f64x2.splat (f64.const 0.5)))
    (local.set $whole (f64x2.splat (f64.const 4503599627370496)))
    (local.set $one (f64x2.splat (f64.const 1)))
    (local.set $factors (v128.const f64x2 500 200))
    (local.set $shift (f64x2.splat (f64.const 80)))
    (local.set $width (f64x2.splat (f64.const 20)))
    (local.set $places (f64x2.splat (f64.const 8)))
    (local.set $lastPlace (f64x2.splat (f64.const 7)))
    (local.set $bytes (v128.const f64x2 72 8))
    (local.set $last (i32.const -1))
    (local.set $row (i32.shl (local.get $side) (i32.const 2)))
    (local.set $plane (i32.mul (local.get $row) (local.get $side)))
    (local.set $end (i32.add (local.get $planes) (local.get $plane)))
    (local.set $lineEnd (i32.add (local.get $line) (i32.shr_u (local.get $row) (i32.const 1))))
    (loop $down
      (call $coloursOfRows (local.get $planes) (local.get $row) (local.get $plane) (local.get $line))
      (local.set $at (local.get $line))
      (loop $across
        (local.set $colour (i32.load (local.get $at)))
        ;; The same colour again goes the same way.
        (if (i32.ne (local.get $colour) (local.get $last))
          (then
            (local.set $last (local.get $colour))
            (local.set $red
              (i32.add
                (local.get $light)
                (i32.shl (i32.and (local.get $colour) (i32.const 255)) (i32.const 5))))
            (local.set $green
              (i32.add
                (local.get $light)
                (i32.and (i32.shr_u (local.get $colour) (i32.const 3)) (i32.const 8160))))
            (local.set $blue
              (i32.add (local.get $light) (i32.shl (i32.shr_u (local.get $colour) (i32.const 16)) (i32.const 5))))
            (local.set $xy
              (f64x2.add
                (f64x2.floor
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.add (v128.load (local.get $red)) (v128.load offset=8192 (local.get $green)))
                        (v128.load offset=16384 (local.get $blue)))
                      (local.get $scale))
                    (local.get $half)))
                (local.get $whole)))
            (local.set $z
              (f64x2.add
                (f64x2.floor
                  (f64x2.add
                    (f64x2.mul
                      (f64x2.add
                        (f64x2.add (v128.load offset=16 (local.get $red)) (v128.load offset=8208 (local.get $green)))
                        (v128.load offset=16400 (local.get $blue)))
                      (local.get $scale))
                    (local.get $half)))
                (local.get $whole)))
            ;; From here on $green is the record of lightness. In bins of 20 from -80, a and b; the outer ones take what lies beyond.
            (local.set $green
              (i32.add (local.get $lightness) (i32.shl (i32x4.extract_lane 2 (local.get $xy)) (i32.const 5))))
            (local.set $ab
              (f64x2.pmin
                (f64x2.pmax
                  (f64x2.div
                    (f64x2.add
                      (f64x2.mul
                        (f64x2.sub
                          (v128.load64_lane 1
                            (local.get $green)
                            (v128.load64_zero
                              (i32.add
                                (local.get $curve)
                                (i32.shl (i32x4.extract_lane 0 (local.get $xy)) (i32.const 3)))))
                          (v128.load64_lane 1
                            (i32.add
                              (local.get $curve)
                              (i32.shl (i32x4.extract_lane 0 (local.get $z)) (i32.const 3)))
                            (v128.load64_zero (local.get $green))))
                        (local.get $factors))
                      (local.get $shift))
                    (local.get $width))
                  (local.get $zero))
                (local.get $places)))
            (local.set $ab0 (f64x2.pmin (f64x2.floor (local.get $ab)) (local.get $lastPlace)))
            ;; Bytes of the first of eight bins: 8 × ((9 l + a) × 9 + b).
            (local.set $xy (f64x2.add (f64x2.mul (local.get $ab0) (local.get $bytes)) (local.get $whole)))
            (local.set $bin
              (i32.add
                (i32.add (local.get $histogram) (i32.load offset=24 (local.get $green)))
                (i32.add (i32x4.extract_lane 0 (local.get $xy)) (i32x4.extract_lane 2 (local.get $xy)))))
            (local.set $far (f64x2.sub (local.get $ab) (local.get $ab0)))
            ;; Of a: the nearer, then the farther one. Of b: what is not in the second bin is in the first.
            (local.set $a
              (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
                (f64x2.add (f64x2.sub (local.get $one) (local.get $ab)) (local.get $ab0))
                (local.get $far)))
            (local.set $parts
              (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
                (f64x2.sub (local.get $one) (local.get $far))
                (local.get $far)))
            (local.set $xy (f64x2.mul (local.get $a) (v128.load64_splat offset=8 (local.get $green))))
            (local.set $darkNear (f64x2.mul (f64x2.splat (f64x2.extract_lane 0 (local.get $xy))) (local.get $parts)))
            (local.set $darkFar (f64x2.mul (f64x2.splat (f64x2.extract_lane 1 (local.get $xy))) (local.get $parts)))
            (local.set $xy (f64x2.mul (local.get $a) (v128.load64_splat offset=16 (local.get $green))))
            (local.set $brightNear (f64x2.mul (f64x2.splat (f64x2.extract_lane 0 (local.get $xy))) (local.get $parts)))
            (local.set $brightFar (f64x2.mul (f64x2.splat (f64x2.extract_lane 1 (local.get $xy))) (local.get $parts)))))
        (v128.store (local.get $bin) (f64x2.add (v128.load (local.get $bin)) (local.get $darkNear)))
        (v128.store offset=72 (local.get $bin) (f64x2.add (v128.load offset=72 (local.get $bin)) (local.get $darkFar)))
        (v128.store offset=648 (local.get $bin) (f64x2.add (v128.load offset=648 (local.get $bin)) (local.get $brightNear)))
        (v128.store offset=720 (local.get $bin) (f64x2.add (v128.load offset=720 (local.get $bin)) (local.get $brightFar)))
        (br_if $across
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $lineEnd))))
      (br_if $down
        (i32.lt_u
          (local.tee $planes (i32.add (local.get $planes) (i32.shl (local.get $row) (i32.const 1))))
          (local.get $end))))))
