//! The lexicons that come with the crate, compiled on first use.

use super::lexicon::Lexicon;
use std::sync::LazyLock;

macro_rules! data {
    ($($file:literal),+ $(,)?) => {
        &[$(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/classify/", $file))),+]
    };
}

/// What both languages share.
const COMMON: &[&str] = data!["shared/signs.tsv", "shared/words.tsv"];

/// What is Dutch, the shared files included.
const OF_DUTCH: &[&str] = data![
    "shared/signs.tsv",
    "nl/loanwords.tsv",
    "nl/adjectives.tsv",
    "nl/feelings.tsv",
    "nl/reports.tsv",
    "nl/grammar.tsv",
    "nl/purpose.tsv",
    "nl/urgency.tsv",
];

/// What is English, the shared files included.
const OF_ENGLISH: &[&str] = data![
    "shared/signs.tsv",
    "en/feelings.tsv",
    "en/reports.tsv",
    "en/grammar.tsv",
    "en/purpose.tsv",
    "en/urgency.tsv",
];

pub(super) static SHARED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::compile(COMMON));
pub(super) static DUTCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::compile(OF_DUTCH));
pub(super) static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::compile(OF_ENGLISH));

#[cfg(test)]
mod tests {
    use super::super::rows::rows;
    use super::*;

    #[test]
    fn every_row_can_be_read() {
        for (number, file) in [COMMON, OF_DUTCH, OF_ENGLISH].concat().into_iter().enumerate() {
            assert!(file.starts_with("# "), "file {number} does not say what it is");
            for comment in file.lines().filter(|line| line.starts_with("# ")) {
                assert!(!comment.contains('\t'), "a row that is taken for a comment: {comment}");
            }
            for (line, row) in rows(file) {
                assert!(row.is_ok(), "file {number}, line {line}: {row:?}");
            }
        }
    }
}
