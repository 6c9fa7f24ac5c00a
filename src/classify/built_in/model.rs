//! The trained model that comes with the crate: a table of features with their weights,
//! and a small network on top. The trainer writes the file, this reads it in place.
//!
//! All numbers are little-endian. In this order: the magic word; format version (u16);
//! lanes of each row (u16); how many words, other features and feelings (u32 each); length
//! of the note (u32); checksum of what follows (u64); the note (what fed it, UTF-8, padded
//! to four bytes); the numbers of the network (f32, see
//! [`Network`](super::network::Network)); three [tables](super::table): words with all
//! their parts, other features, and the feelings that words carry by themselves.

use super::network::{LANES, NUMBERS, Network};
use super::table::Table;
use super::valence::Valence;
use std::sync::LazyLock;

/// What the file begins with.
pub const MAGIC: [u8; 4] = *b"wcjm";

/// The version of the format that this reads.
pub const VERSION: u16 = 1;

const HEADER: usize = 32;

static FILE: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/classify/model.bin"));

static SHIPPED: LazyLock<Model<'static>> = LazyLock::new(|| Model::read(FILE).unwrap_or_default());

/// A model, as it stands in its file.
#[derive(Clone, Debug, Default)]
pub struct Model<'m> {
    note: &'m str,
    checksum: u64,
    summed: &'m [u8],
    network: Network,
    words: Table<'m, LANES>,
    features: Table<'m, LANES>,
    valence: Valence<'m>,
}

impl<'m> Model<'m> {
    /// The model that comes with the crate.
    pub(super) fn shipped() -> &'static Model<'static> {
        &SHIPPED
    }

    /// Reads a file; nothing is copied but the few numbers of the network. `None` when it
    /// is not such a file. The checksum is not looked at: see [`is_whole`](Self::is_whole).
    #[must_use]
    pub fn read(file: &'m [u8]) -> Option<Self> {
        let mut from = Bytes(file);
        if from.take(4)? != MAGIC || from.u16()? != VERSION || from.size16()? != LANES {
            return None;
        }
        let (words, features, felt) = (from.size()?, from.size()?, from.size()?);
        let note = from.size()?;
        let checksum = u64::from_le_bytes(*from.take(8)?.first_chunk()?);
        let summed = from.0;
        let note_bytes = from.take(note.checked_next_multiple_of(4)?)?;
        let note = std::str::from_utf8(note_bytes.get(..note)?).ok()?;
        let mut numbers = [0.0; NUMBERS];
        for number in &mut numbers {
            *number = f32::from_bits(from.u32()?);
        }
        let words = Table::read(&mut from, words)?;
        let features = Table::read(&mut from, features)?;
        let valence = Valence::new(Table::read(&mut from, felt)?);
        let network = Network::of(&numbers);
        from.0.is_empty().then_some(Self {
            note,
            checksum,
            summed,
            network,
            words,
            features,
            valence,
        })
    }

    /// Whether the checksum is right.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.summed.is_empty() && checksum(self.summed) == self.checksum
    }

    /// What fed it.
    #[must_use]
    pub const fn note(&self) -> &'m str {
        self.note
    }

    pub(super) const fn network(&self) -> &Network {
        &self.network
    }

    /// The feelings that words carry by themselves.
    #[must_use]
    pub const fn valence(&self) -> Valence<'m> {
        self.valence
    }

    /// The weights of a feature; `None` when it has none.
    pub(super) fn row(&self, key: u32) -> Option<&'m [u8; LANES]> {
        self.features.row(key)
    }

    /// The weights of a word with all its parts; `None` when it is not known so.
    pub(super) fn word(&self, key: u32) -> Option<&'m [u8; LANES]> {
        self.words.row(key)
    }
}

/// A checksum of bytes.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    super::piece::hash(bytes)
}

/// Bytes that are taken from the front.
pub(super) struct Bytes<'m>(&'m [u8]);

impl<'m> Bytes<'m> {
    pub(super) const fn of(bytes: &'m [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'m [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(*self.take(2)?.first_chunk()?))
    }

    fn size16(&mut self) -> Option<usize> {
        self.u16().map(usize::from)
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(*self.take(4)?.first_chunk()?))
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.u32()?).ok()
    }
}

const _: () = assert!(HEADER == 4 + 2 + 2 + 4 * 4 + 8);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_model_is_whole() {
        let model = Model::read(FILE).expect("a model");
        assert!(model.is_whole());
        assert!(model.note().contains("rows"), "{}", model.note());
    }

    #[test]
    fn what_is_no_model_is_refused() {
        assert!(Model::read(&[]).is_none());
        assert!(Model::read(&FILE[..FILE.len() - 1]).is_none(), "cut short");
        let mut other = FILE.to_vec();
        other[4] ^= 1;
        assert!(Model::read(&other).is_none(), "another version");
        other[4] ^= 1;
        let last = other.len() - 1;
        other[last] ^= 1;
        assert!(Model::read(&other).is_some_and(|model| !model.is_whole()), "a wrong byte");
        for size in [8, 12, 16, 20] {
            let mut huge = FILE.to_vec();
            huge[size..size + 4].fill(0xff);
            assert!(Model::read(&huge).is_none(), "a size beyond the file");
        }
    }
}
