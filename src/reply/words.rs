//! The word lists of this stage: one word a line, sorted by byte, `#` opens a comment.

use std::sync::LazyLock;

/// A sorted list of words that is asked whether it holds one.
#[derive(Debug)]
pub(super) struct Words(LazyLock<Vec<&'static str>>);

/// Small words between given names and surname.
pub(super) static PARTICLES: Words =
    Words(LazyLock::new(|| lines(include_str!("../../data/reply/particles.txt"))));

/// Words that open a surname of several words.
pub(super) static SURNAME_OPENERS: Words =
    Words(LazyLock::new(|| lines(include_str!("../../data/reply/surname_openers.txt"))));

/// Titles and forms of address.
pub(super) static TITLES: Words =
    Words(LazyLock::new(|| lines(include_str!("../../data/reply/titles.txt"))));

/// Top-level domains as X knows them.
pub(super) static TOP_LEVEL_DOMAINS: Words =
    Words(LazyLock::new(|| lines(include_str!("../../data/reply/top_level_domains.txt"))));

fn lines(text: &'static str) -> Vec<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

impl Words {
    /// Whether `word`, given in lower case, is in the list.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_in_lower_case_and_without_doubles() {
        for list in [&PARTICLES, &SURNAME_OPENERS, &TITLES, &TOP_LEVEL_DOMAINS] {
            assert!(list.0.len() > 5);
            assert!(list.0.is_sorted_by(|a, b| a < b), "{list:?}");
            assert!(list.0.iter().all(|word| *word == word.to_lowercase()));
        }
    }

    #[test]
    fn a_word_is_found_and_its_beginning_is_not() {
        assert!(TOP_LEVEL_DOMAINS.has("nl") && TOP_LEVEL_DOMAINS.has("vlaanderen"));
        assert!(!TOP_LEVEL_DOMAINS.has("vlaander") && !PARTICLES.has("#"));
    }
}
