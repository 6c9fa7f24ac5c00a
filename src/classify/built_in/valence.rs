//! The feelings that words carry by themselves.

use super::table::Table;

/// Words and pairs of words with the feeling they carry, in quarters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Valence<'m>(Table<'m, 1>);

impl<'m> Valence<'m> {
    pub(super) const fn new(table: Table<'m, 1>) -> Self {
        Self(table)
    }

    /// The feelings that stand in the bytes of a table of `length` rows.
    #[must_use]
    pub fn read(bytes: &'m [u8], length: usize) -> Option<Self> {
        Table::read(&mut super::model::Bytes::of(bytes), length).map(Self)
    }

    /// The feeling of a word.
    pub(super) fn of(self, symbol: u64) -> Option<f32> {
        self.find(key_of(symbol))
    }

    /// The feeling of two words in a row.
    pub(super) fn of_pair(self, first: u64, second: u64) -> Option<f32> {
        if first == 0 { None } else { self.find(key_of_pair(first, second)) }
    }

    fn find(self, key: u32) -> Option<f32> {
        let quarters = self.0.row(key)?.map(u8::cast_signed);
        Some(quarters.map(f32::from).iter().sum::<f32>() / 4.0)
    }
}

/// The key of a word by its symbol.
pub(super) const fn key_of(symbol: u64) -> u32 {
    (symbol.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 32) as u32
}

/// The key of two words in a row.
pub(super) const fn key_of_pair(first: u64, second: u64) -> u32 {
    key_of(first.rotate_left(17) ^ second.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}
