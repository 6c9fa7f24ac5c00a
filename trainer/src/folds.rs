//! Which fifth of the texts a text belongs to: by the text alone, so that one text in two
//! sets is never both learnt and asked.

/// How many parts there are.
pub const FOLDS: u64 = 5;

/// The part of a text. Case, and what is neither letter nor figure, make no difference.
pub fn fold(text: &str) -> u64 {
    let plain = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let plain: String = plain.collect();
    hash(plain.as_bytes()) % FOLDS
}

/// The hash FNV-1a with 64 bits, which is also the checksum of a model.
pub fn hash(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix);
    hash ^ hash >> 32
}
