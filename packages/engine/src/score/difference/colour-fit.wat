;; A part of layer-kernels.wat: the change of all colours that turns one picture into the other.

;; Sums for the change of all colours at once, both ways round: first onto second in the one lane, second onto first in the
;; other. $chroma holds four floats a place: blue of the first and of the second picture, red of both; $lights two, how
;; strong the tint is there each way round, $lightStep bytes apart. $map holds a pair of doubles each: saturation, blue,
;; red. A place weighs 1 / (1 + squared error times $falloff). Written to $to, a pair each: squares, blue and red by light,
;; squares of light, the other's blue and red by light, products.
(func (export "fitColours")
  (param $chroma i32) (param $lights i32) (param $lightStep i32) (param $count i32)
  (param $map i32) (param $falloff f64) (param $to i32)
  (local $scale v128) (local $blue v128) (local $red v128) (local $fall v128) (local $one v128)
  (local $p v128) (local $q v128) (local $c v128) (local $d v128) (local $l v128)
  (local $across v128) (local $down v128) (local $weight v128)
  (local $square v128) (local $blueLight v128) (local $redLight v128) (local $light v128)
  (local $blueOut v128) (local $redOut v128) (local $product v128)
  (local.set $scale (v128.load (local.get $map)))
  (local.set $blue (v128.load offset=16 (local.get $map)))
  (local.set $red (v128.load offset=32 (local.get $map)))
  (local.set $fall (f64x2.splat (local.get $falloff)))
  (local.set $one (v128.const f64x2 1 1))
  (loop $places
    (local.set $p (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $chroma))))
    (local.set $q (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (local.get $chroma))))
    (local.set $l (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $lights))))
    (local.set $c (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $p) (local.get $p)))
    (local.set $d (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $q) (local.get $q)))
    (local.set $across
      (f64x2.sub
        (f64x2.add (f64x2.mul (local.get $scale) (local.get $p)) (f64x2.mul (local.get $blue) (local.get $l)))
        (local.get $c)))
    (local.set $down
      (f64x2.sub
        (f64x2.add (f64x2.mul (local.get $scale) (local.get $q)) (f64x2.mul (local.get $red) (local.get $l)))
        (local.get $d)))
    (local.set $weight
      (f64x2.div
        (local.get $one)
        (f64x2.add
          (local.get $one)
          (f64x2.mul
            (local.get $fall)
            (f64x2.add
              (f64x2.mul (local.get $across) (local.get $across))
              (f64x2.mul (local.get $down) (local.get $down)))))))
    (local.set $square
      (f64x2.add
        (local.get $square)
        (f64x2.mul
          (local.get $weight)
          (f64x2.add (f64x2.mul (local.get $p) (local.get $p)) (f64x2.mul (local.get $q) (local.get $q))))))
    (local.set $product
      (f64x2.add
        (local.get $product)
        (f64x2.mul
          (local.get $weight)
          (f64x2.add (f64x2.mul (local.get $p) (local.get $c)) (f64x2.mul (local.get $q) (local.get $d))))))
    (local.set $blueLight
      (f64x2.add
        (local.get $blueLight)
        (f64x2.mul (f64x2.mul (local.get $weight) (local.get $p)) (local.get $l))))
    (local.set $redLight
      (f64x2.add
        (local.get $redLight)
        (f64x2.mul (f64x2.mul (local.get $weight) (local.get $q)) (local.get $l))))
    (local.set $blueOut
      (f64x2.add
        (local.get $blueOut)
        (f64x2.mul (f64x2.mul (local.get $weight) (local.get $c)) (local.get $l))))
    (local.set $redOut
      (f64x2.add
        (local.get $redOut)
        (f64x2.mul (f64x2.mul (local.get $weight) (local.get $d)) (local.get $l))))
    (local.set $light
      (f64x2.add
        (local.get $light)
        (f64x2.mul (f64x2.mul (local.get $weight) (local.get $l)) (local.get $l))))
    (local.set $chroma (i32.add (local.get $chroma) (i32.const 16)))
    (local.set $lights (i32.add (local.get $lights) (local.get $lightStep)))
    (br_if $places (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
  (v128.store (local.get $to) (local.get $square))
  (v128.store offset=16 (local.get $to) (local.get $blueLight))
  (v128.store offset=32 (local.get $to) (local.get $redLight))
  (v128.store offset=48 (local.get $to) (local.get $light))
  (v128.store offset=64 (local.get $to) (local.get $blueOut))
  (v128.store offset=80 (local.get $to) (local.get $redOut))
  (v128.store offset=96 (local.get $to) (local.get $product)))

;; What a map leaves of the difference in chroma, both ways round: sums over all places, of each at most $most; a pair of
;; doubles is written to $to. The rest as for fitColours.
(func (export "colourCosts")
  (param $chroma i32) (param $lights i32) (param $lightStep i32) (param $count i32)
  (param $map i32) (param $most f64) (param $to i32)
  (local $scale v128) (local $blue v128) (local $red v128) (local $limit v128)
  (local $p v128) (local $q v128) (local $l v128) (local $across v128) (local $down v128) (local $sum v128)
  (local.set $scale (v128.load (local.get $map)))
  (local.set $blue (v128.load offset=16 (local.get $map)))
  (local.set $red (v128.load offset=32 (local.get $map)))
  (local.set $limit (f64x2.splat (local.get $most)))
  (loop $places
    (local.set $p (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $chroma))))
    (local.set $q (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (local.get $chroma))))
    (local.set $l (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $lights))))
    (local.set $across
      (f64x2.sub
        (f64x2.add (f64x2.mul (local.get $scale) (local.get $p)) (f64x2.mul (local.get $blue) (local.get $l)))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $p) (local.get $p))))
    (local.set $down
      (f64x2.sub
        (f64x2.add (f64x2.mul (local.get $scale) (local.get $q)) (f64x2.mul (local.get $red) (local.get $l)))
        (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $q) (local.get $q))))
    (local.set $sum
      (f64x2.add
        (local.get $sum)
        (f64x2.pmin
          (local.get $limit)
          (f64x2.promote_low_f32x4
            (f32x4.demote_f64x2_zero
              (f64x2.sqrt
                (f64x2.add
                  (f64x2.mul (local.get $across) (local.get $across))
                  (f64x2.mul (local.get $down) (local.get $down)))))))))
    (local.set $chroma (i32.add (local.get $chroma) (i32.const 16)))
    (local.set $lights (i32.add (local.get $lights) (local.get $lightStep)))
    (br_if $places (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
  (v128.store (local.get $to) (local.get $sum)))
