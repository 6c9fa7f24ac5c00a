//! What a host says of one word or phrase.

use super::range::{points, within, written};
use crate::classify::Intent;
use crate::config::Node;
use crate::language::Language;
use crate::text::{TokenKind, fold, tokens};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The most words of a phrase. Bounds the work per word of a message.
const MOST_WORDS: usize = 16;

/// The strongest valence, as in the built-in word lists.
const MOST_VALENCE: f32 = 4.0;

/// The most that a phrase speaks for an intent.
const MOST_WEIGHT: f32 = 10.0;

/// The intents as words.
const INTENTS: [(&str, Intent); 5] = [
    (Intent::Complaint.as_str(), Intent::Complaint),
    (Intent::Question.as_str(), Intent::Question),
    (Intent::Compliment.as_str(), Intent::Compliment),
    (Intent::Suggestion.as_str(), Intent::Suggestion),
    (Intent::Other.as_str(), Intent::Other),
];

/// What a host says of one word or phrase, or of several that mean the same.
///
/// It replaces what the built-in classifier makes of these words: they are read like an
/// unknown name, and what stands here is added instead.
///
/// | key | value |
/// |---|---|
/// | `phrase` | a text of at most 16 words, or a list of such texts |
/// | `language` | `nl`, `en` or another code; if absent, that of the list, else every language |
/// | `valence` | −4 to 4: the feeling it shows, in the unit of the built-in word lists (3 is "great", −3 is "terrible"); 0 says that it shows none |
/// | `urgency` | −100 to 100: points added to the score of urgency |
/// | `intent` | a table from intents to 0 to 10: how much it speaks for each; 2 outweighs a weak judgement, 5 most |
/// | `replaces` | `false` if the words also keep their built-in meaning; `true` if absent |
///
/// At least one of `valence`, `urgency` and `intent` is needed.
///
/// Words are matched as everywhere in this crate: whole words, folded for case and accents,
/// next to each other within one sentence, whatever punctuation stands between them. "Dead
/// Sea" is in "dead-sea mask" and "DEAD SEA's", not in "the undead sea". A tag counts as
/// its word.
///
/// # Example
/// ```
/// use webcare::classify::{BuiltIn, Classifier, Override, Overrides, Polarity, WordList};
/// use webcare::judgement::Confidence;
/// use webcare::language::{Detection, Language};
/// use webcare::mention::Mention;
///
/// let games = WordList::new("games").with(Override::of("Dead Island").valence(0.0));
/// let mention = Mention::builder("1").text("Is Dead Island in stock?").build()?;
/// let english = Detection::new(Language::English, Confidence::CERTAIN);
///
/// let classifier = BuiltIn::new().overrides(Overrides::new([games])?);
/// let judged = classifier.classify(&mention, &english);
/// assert_eq!(judged.sentiment().polarity(), Some(Polarity::Neutral));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Override {
    #[serde(rename = "phrase", serialize_with = "one_or_many")]
    phrases: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valence: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    urgency: Option<f32>,
    #[serde(rename = "intent", skip_serializing_if = "BTreeMap::is_empty")]
    intents: BTreeMap<Intent, f32>,
    #[serde(skip_serializing_if = "Clone::clone")]
    replaces: bool,
}

impl Override {
    /// A word or phrase of which nothing is said yet. Whatever is out of range is told by
    /// [`Overrides::new`](super::Overrides::new).
    #[must_use]
    pub fn of(phrase: impl Into<String>) -> Self {
        Self {
            phrases: vec![phrase.into()],
            language: None,
            valence: None,
            urgency: None,
            intents: BTreeMap::new(),
            replaces: true,
        }
    }

    /// One more phrase of which the same holds.
    #[must_use]
    pub fn or(mut self, phrase: impl Into<String>) -> Self {
        self.phrases.push(phrase.into());
        self
    }

    /// In this language only.
    #[must_use]
    pub const fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// The feeling it shows: −4 to 4.
    #[must_use]
    pub const fn valence(mut self, valence: f32) -> Self {
        self.valence = Some(written(valence));
        self
    }

    /// The points of urgency that it brings: −100 to 100.
    #[must_use]
    pub const fn urgency(mut self, points: f32) -> Self {
        self.urgency = Some(written(points));
        self
    }

    /// How much it speaks for an intent: 0 to 10.
    #[must_use]
    pub fn intent(mut self, intent: Intent, weight: f32) -> Self {
        self.intents.insert(intent, written(weight));
        self
    }

    /// The words keep their built-in meaning, and this is added to it.
    #[must_use]
    pub const fn beside(mut self) -> Self {
        self.replaces = false;
        self
    }

    pub(super) fn phrases(&self) -> &[String] {
        &self.phrases
    }

    pub(super) const fn its_language(&self) -> Option<Language> {
        self.language
    }

    pub(super) const fn its_valence(&self) -> Option<f32> {
        self.valence
    }

    pub(super) const fn its_urgency(&self) -> Option<f32> {
        self.urgency
    }

    pub(super) fn intents(&self) -> impl Iterator<Item = (Intent, f32)> {
        self.intents.iter().map(|(intent, weight)| (*intent, *weight))
    }

    pub(super) const fn replaces(&self) -> bool {
        self.replaces
    }

    /// Reads one; `know` is told each phrase, and says whether it is a new one.
    pub(super) fn read(
        node: &Node<'_>,
        mut know: impl FnMut(&str, Option<Language>) -> bool,
    ) -> Option<Self> {
        let mut table = node.table()?;
        let language =
            table.read_or("language", None, |language| read_language(language).map(Some));
        let phrases = table.read("phrase", |phrase| {
            let mut read = |phrase: &Node<'_>| {
                let text = phrase.string()?;
                let words = check(phrase, text)?;
                if language.is_some_and(|language| !know(&words, language)) {
                    phrase.fault(format!("the phrase \"{words}\" stands in this list before"));
                    return None;
                }
                Some(text.to_owned())
            };
            if phrase.value().is_array() {
                let phrases = phrase.each(read)?;
                if phrases.is_empty() {
                    phrase.fault("expected a phrase, found an empty list");
                    return None;
                }
                return Some(phrases);
            }
            read(phrase).map(|phrase| vec![phrase])
        });
        let valence = table.read_or("valence", None, |valence| {
            within(valence, -MOST_VALENCE, MOST_VALENCE).map(Some)
        });
        let urgency = table.read_or("urgency", None, |urgency| points(urgency).map(Some));
        let intents = table.read_or("intent", BTreeMap::new(), read_intents);
        let replaces = table.read_or("replaces", true, Node::boolean);
        table.finish();
        let read = Self {
            phrases: phrases?,
            language: language?,
            valence: valence?,
            urgency: urgency?,
            intents: intents?,
            replaces: replaces?,
        };
        if read.valence.is_none() && read.urgency.is_none() && read.intents.is_empty() {
            node.fault("expected a valence, an urgency or an intent, found none of them");
            return None;
        }
        Some(read)
    }
}

/// The folded words of a phrase, punctuation apart.
pub(super) fn words(phrase: &str) -> impl Iterator<Item = std::borrow::Cow<'_, str>> {
    let matter = tokens(phrase).filter(|token| token.kind() != TokenKind::Punctuation);
    matter.map(|token| fold(token.text()))
}

/// The folded words of a phrase as one text.
fn check(node: &Node<'_>, phrase: &str) -> Option<String> {
    let words: Vec<_> = words(phrase).take(MOST_WORDS + 1).collect();
    if words.is_empty() {
        node.fault("expected a word or phrase, found none");
        return None;
    }
    if words.len() > MOST_WORDS {
        node.fault(format!("expected at most {MOST_WORDS} words, found more"));
        return None;
    }
    Some(words.join(" "))
}

pub(super) fn read_language(node: &Node<'_>) -> Option<Language> {
    let code = node.string()?;
    let language = Language::from_code(code);
    if language == Language::Undetermined {
        node.fault("expected the code of a language, such as nl or en");
        return None;
    }
    Some(language)
}

fn read_intents(node: &Node<'_>) -> Option<BTreeMap<Intent, f32>> {
    let mut table = node.table()?;
    let read: Vec<Option<Option<(Intent, f32)>>> = INTENTS
        .iter()
        .map(|(word, intent)| {
            table.read_or(word, None, |weight| {
                within(weight, 0.0, MOST_WEIGHT).map(|weight| Some((*intent, weight)))
            })
        })
        .collect();
    table.finish();
    let read: Option<Vec<_>> = read.into_iter().collect();
    Some(read?.into_iter().flatten().collect())
}

fn one_or_many<S: Serializer>(phrases: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    match phrases {
        [one] => serializer.serialize_str(one),
        many => serializer.collect_seq(many),
    }
}
