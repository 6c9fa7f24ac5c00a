//! All word lists of a host together.

use super::found::Found;
use super::matcher::Matcher;
use super::{Override, WordList};
use crate::Error;
use crate::config::{Node, configured};
use crate::judgement::Place;
use crate::language::Language;
use rustc_hash::FxHashSet;
use serde::{Serialize, Serializer};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// A host's own words and phrases: any number of [`WordList`]s together.
///
/// It is read from a list of word lists. A phrase that stands in several counts as the last
/// list says: put what is general (the words of a sector) first and what is your own last.
/// An entry is replaced as a whole; one of a language replaces an earlier one of that
/// language only. Within a list, an entry of a language goes before one of every language.
///
/// In a message the longest phrase counts, and of phrases that overlap the one that begins
/// first. What stands in a message several times is hidden everywhere, and an entry counts
/// once, where it stands first: saying it twice doesn't make it more urgent. What it costs
/// to look doesn't depend on the number of phrases.
///
/// Points of urgency below zero never take away that a message is critical. Where words
/// make it critical that mean nothing to the host, override these words.
///
/// A copy is cheap: the lists are shared.
///
/// # Example
/// ```
/// use webcare::classify::{BuiltIn, Classifier, Overrides, UrgencyLevel};
/// use webcare::judgement::Confidence;
/// use webcare::language::{Detection, Language};
/// use webcare::mention::Mention;
///
/// #[derive(serde::Deserialize)]
/// struct Mine { word_lists: Overrides }
///
/// let mine: Mine = toml::from_str(r#"
///     [[word_lists]]
///     name = "waterworks"
///     language = "nl"
///     words = [
///         { phrase = ["bruin water", "troebel water"], urgency = 30, intent = { complaint = 2 } },
///         { phrase = "Waterramp", valence = 0 },     # the name of our museum
///     ]
/// "#)?;
///
/// let text = "Er komt bruin water uit de kraan";
/// let mention = Mention::builder("1").text(text).build()?;
/// let dutch = Detection::new(Language::Dutch, Confidence::CERTAIN);
/// let judged = BuiltIn::new().overrides(mine.word_lists).classify(&mention, &dutch);
/// let reasons = judged.urgency().reasons(text);
/// assert!(reasons.contains(&"word list \"waterworks\": 'bruin water'".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `None` when there are none.
    compiled: Option<Arc<Compiled>>,
}

#[derive(Debug)]
struct Compiled {
    lists: Vec<WordList>,
    /// For each entry of the matcher: its list and its place there.
    entries: Vec<(usize, usize)>,
    matcher: Matcher,
}

impl Overrides {
    /// No words at all.
    pub const NONE: Self = Self { compiled: None };

    /// Puts lists together, the later ones going before the earlier ones.
    ///
    /// # Errors
    /// Every fault at once, each with its path: a value out of range, a phrase without
    /// words, the same phrase twice in a list, two lists of one name.
    pub fn new(lists: impl IntoIterator<Item = WordList>) -> Result<Self, Error> {
        let lists: Vec<WordList> = lists.into_iter().collect();
        // Read back, so that what is made in code is held to what is written.
        let value = serde_json::to_value(lists);
        Self::from_value(&value.map_err(|error| Error::fault("word_lists", error.to_string()))?)
    }

    fn compile(lists: Vec<WordList>) -> Self {
        if lists.is_empty() {
            return Self::NONE;
        }
        let mut matcher = Matcher::default();
        let mut entries = Vec::new();
        for (number, list) in lists.iter().enumerate() {
            // Those of a language last, so that they go before the others.
            let mut order: Vec<(usize, &Override)> = list.words().iter().enumerate().collect();
            order.sort_by_key(|(_, entry)| list.language_of(entry).is_some());
            for (index, entry) in order {
                for phrase in entry.phrases() {
                    matcher.insert(phrase, list.language_of(entry), entries.len());
                }
                entries.push((number, index));
            }
        }
        Self { compiled: Some(Arc::new(Compiled { lists, entries, matcher })) }
    }

    /// Whether there are no lists.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.compiled.is_none()
    }

    /// The lists, in their order.
    #[must_use]
    pub fn lists(&self) -> &[WordList] {
        self.compiled.as_ref().map_or(&[], |compiled| &compiled.lists)
    }

    /// What of it stands in a title and a text.
    pub(in crate::classify) fn find(
        &self,
        title: Option<&str>,
        text: &str,
        language: Language,
    ) -> Found {
        let mut found = Found::default();
        let Some(all) = &self.compiled else { return found };
        let mut counted = FxHashSet::default();
        let mut tell = |place: Place, number: usize| {
            let Some((list, entry)) = all.entry(number) else { return };
            if entry.replaces() {
                found.hide(place);
            }
            if counted.insert(number) {
                found.add(place, list.name(), entry);
            }
        };
        if let Some(title) = title {
            let place = |Range { start, end }| Place::Title { start, end };
            all.matcher.find(title, language, |range, number| tell(place(range), number));
        }
        let place = |Range { start, end }| Place::Text { start, end };
        all.matcher.find(text, language, |range, number| tell(place(range), number));
        found
    }

    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut names = HashSet::new();
        let lists = node.each(|list| WordList::read(list, |name| names.insert(name.to_owned())))?;
        Some(Self::compile(lists))
    }
}

impl Compiled {
    fn entry(&self, number: usize) -> Option<(&WordList, &Override)> {
        let (list, entry) = *self.entries.get(number)?;
        let list = self.lists.get(list)?;
        Some((list, list.words().get(entry)?))
    }
}

impl PartialEq for Overrides {
    fn eq(&self, other: &Self) -> bool {
        self.lists() == other.lists()
    }
}

impl Serialize for Overrides {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.lists().serialize(serializer)
    }
}

configured!(Overrides, "word_lists");
