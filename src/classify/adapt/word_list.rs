//! A named list of words that mean something else to a host.

use super::Override;
use super::entry::read_language;
use crate::config::Node;
use crate::language::Language;
use serde::Serialize;
use std::collections::HashSet;

/// A named list of words and phrases that mean something else, or something more, to a host
/// than to the built-in classifier: the product names of a shop, the words of a sector.
///
/// The name appears in the reasons: `word list "games": 'Dead Island'`.
///
/// | key | value |
/// |---|---|
/// | `name` | what to call it in reasons |
/// | `language` | the language of the entries that name none; if absent, every language |
/// | `words` | a list: [`Override`] |
///
/// # Example
/// ```
/// use webcare::classify::{Override, WordList};
///
/// let energy = WordList::new("energy").with(Override::of("gaslucht").urgency(70.0));
/// assert_eq!(energy.name(), "energy");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordList {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    words: Vec<Override>,
}

impl WordList {
    /// A list without words.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), language: None, words: Vec::new() }
    }

    /// The same, where entries that name no language are of this one.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// The same with one more entry.
    #[must_use]
    pub fn with(mut self, entry: Override) -> Self {
        self.words.push(entry);
        self
    }

    /// What to call it in reasons.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The language of an entry.
    pub(super) fn language_of(&self, entry: &Override) -> Option<Language> {
        entry.its_language().or(self.language)
    }

    pub(super) fn words(&self) -> &[Override] {
        &self.words
    }

    /// Reads one; `know` is told its name, and says whether it is a new one.
    pub(super) fn read(node: &Node<'_>, know: impl FnOnce(&str) -> bool) -> Option<Self> {
        let mut table = node.table()?;
        let name = table.read("name", |name| {
            let text = name.name()?;
            if !know(text) {
                name.fault(format!("another list is named \"{text}\""));
                return None;
            }
            Some(text.to_owned())
        });
        let language =
            table.read_or("language", None, |language| read_language(language).map(Some));
        let mut seen = HashSet::new();
        let words = table.read("words", |words| {
            words.each(|entry| {
                Override::read(entry, |phrase, own| {
                    seen.insert((phrase.to_owned(), own.or(language.flatten())))
                })
            })
        });
        table.finish();
        Some(Self { name: name?, language: language?, words: words? })
    }
}
