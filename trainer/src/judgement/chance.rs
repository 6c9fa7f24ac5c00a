//! Chance that is the same every time, sixteen bits at once: the generator xorshift64.

/// A generator with its state.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// A generator that begins at `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    const fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below 2^16.
    pub const fn bits(&mut self) -> u64 {
        self.next() & 0xffff
    }

    /// A number from `-reach` to `reach`.
    pub fn around(&mut self, reach: f32) -> f32 {
        (self.bits() as f32 / 32_768.0 - 1.0) * reach
    }

    /// Puts `items` in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = (self.next() % (last as u64 + 1)) as usize;
            items.swap(last, other);
        }
    }
}
