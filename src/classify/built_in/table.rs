//! A table of rows that are found by their key, read in place.
//!
//! In this order: an index, from the upper bits of a key to where its bucket begins (u32,
//! one more than there are buckets); the tags, the next bits of each key (u16, padded to
//! four bytes); the rows.

use super::model::Bytes;

/// The bits of a key that choose its bucket; the next sixteen are its tag.
const BUCKET_BITS: u32 = 14;

/// A table of rows of `WIDTH` bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'m, const WIDTH: usize> {
    index: &'m [u8],
    tags: &'m [u8],
    rows: &'m [u8],
}

impl<'m, const WIDTH: usize> Table<'m, WIDTH> {
    /// Reads a table of `length` rows.
    pub(super) fn read(from: &mut Bytes<'m>, length: usize) -> Option<Self> {
        let index = from.take(((1 << BUCKET_BITS) + 1) * 4)?;
        let tags = from.take(length.checked_mul(2)?.checked_next_multiple_of(4)?)?;
        let rows = from.take(length.checked_mul(WIDTH)?)?;
        Some(Self { index, tags, rows })
    }

    /// The row of a key; `None` when it has none.
    pub(super) fn row(&self, key: u32) -> Option<&'m [u8; WIDTH]> {
        let bucket = (key >> (u32::BITS - BUCKET_BITS)) as usize;
        let bounds = self.index.get(bucket * 4..)?.first_chunk::<8>()?;
        let from = u32::from_le_bytes(*bounds.first_chunk()?) as usize;
        let to = u32::from_le_bytes(*bounds.last_chunk()?) as usize;
        let tag = tag(key).to_le_bytes();
        let tags = self.tags.get(from * 2..to * 2)?;
        let at = tags.chunks_exact(2).position(|known| known == tag)?;
        self.rows.get((from + at) * WIDTH..)?.first_chunk()
    }

    /// The bytes of a table: rows by their keys, which must be ascending.
    #[must_use]
    pub fn write(rows: &[(u32, [u8; WIDTH])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for bucket in 0..=1_u32 << BUCKET_BITS {
            let before = |row: &(u32, _)| row.0 >> (u32::BITS - BUCKET_BITS) < bucket;
            let begins = rows.partition_point(before);
            bytes.extend(u32::try_from(begins).unwrap_or(u32::MAX).to_le_bytes());
        }
        bytes.extend(rows.iter().flat_map(|row| tag(row.0).to_le_bytes()));
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        bytes.extend(rows.iter().flat_map(|row| row.1));
        bytes
    }
}

/// The part of a key that tells those of one bucket apart.
#[expect(clippy::cast_possible_truncation, reason = "sixteen bits are asked for")]
const fn tag(key: u32) -> u16 {
    (key >> (u32::BITS - BUCKET_BITS - 16)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_is_found_by_its_key() {
        let keys = [0, 5 << 2, 6 << 2, 1 << 20, u32::MAX - 8, u32::MAX - 4, u32::MAX];
        let rows: Vec<(u32, [u8; 2])> =
            keys.iter().zip(0..).map(|(key, nth)| (*key, [nth, nth + 1])).collect();
        let bytes = Table::write(&rows);
        let table: Table<'_, 2> = Table::read(&mut Bytes::of(&bytes), rows.len()).unwrap();
        for (key, row) in &rows {
            assert_eq!(table.row(*key), Some(row), "{key}");
        }
        assert_eq!(table.row(7 << 2), None);
        assert_eq!(Table::<'_, 2>::default().row(0), None);
    }
}
