//! What a condition found in its field.

use super::test::Test;
use super::view::View;
use super::{Field, FieldKind, Leaf};
use crate::judgement::Place;
use crate::text::TokenKind;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use std::ops::Range;

/// Words that a condition found, as they were typed.
///
/// # Example
/// See [`Found`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    words: String,
    place: Place,
}

impl Quote {
    /// The words as they were typed.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Where they stand; those of a writer's name are a fact.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }
}

/// What a condition found in its field.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::{Abstention, Place};
/// use webcare::mention::Mention;
/// use webcare::routing::{Facts, Found, Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([{
///     "id": "gas",
///     "when": { "field": "text", "op": "contains_word", "value": "gas" },
///     "then": { "queue": "incidents" },
/// }]))?;
/// let mention = Mention::builder("1").text("Ik ruik gas").build()?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
/// let decision = rules.decide(&facts);
/// let check = decision.trace().of("gas").unwrap().checks().next().unwrap();
/// let Found::Words(quotes) = check.found() else { panic!() };
/// assert_eq!(quotes[0].words(), "gas");
/// assert_eq!(quotes[0].place(), Place::Text { start: 8, end: 11 });
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Found {
    /// No value.
    Nothing,
    /// Those of the words asked for that are there, the first of each; or, where is asked
    /// whether there are any accounts or hashtags, all of these.
    Words(Vec<Quote>),
    /// A name, a level or a language.
    Name(String),
    /// A set of names.
    Names(Vec<String>),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A moment.
    Instant(DateTime<Utc>),
    /// The host's own value.
    Value(Value),
}

impl Found {
    pub(super) fn by(leaf: &Leaf, view: &View<'_>) -> Self {
        let field = leaf.field();
        let found = match field.kind() {
            FieldKind::Words => Self::words(leaf, view),
            FieldKind::Names if matches!(field, Field::Handles | Field::Hashtags) => {
                Self::words(leaf, view)
            }
            FieldKind::Name => view.name(field).map(|name| Self::Name(name.into_owned())),
            FieldKind::Names => {
                let mut names = Vec::new();
                let known = view.names(field, &mut |name| names.push(name.to_owned()));
                known.map(|()| Self::Names(names))
            }
            FieldKind::Level => view.level(field).and_then(|step| {
                let words = super::vocabulary::vocabulary(field)?.words;
                Some(Self::Name((*words.get(step)?).to_owned()))
            }),
            FieldKind::Number => view.number(field).map(Self::Number),
            FieldKind::Flag => view.flag(field).map(Self::Flag),
            FieldKind::Instant => view.instant(field).map(Self::Instant),
            FieldKind::Custom => match field {
                Field::Custom(key) => view.custom(key).map(|value| Self::Value(value.clone())),
                _ => None,
            },
        };
        found.unwrap_or(Self::Nothing)
    }

    fn words(leaf: &Leaf, view: &View<'_>) -> Option<Self> {
        let field = leaf.field();
        let (words, text) = (view.words(field)?, view.text(field).unwrap_or_default());
        let quote = |Range { start, end }| {
            let place = match field {
                Field::Title => Place::Title { start, end },
                Field::AuthorName => Place::Fact,
                _ => Place::Text { start, end },
            };
            Quote { words: text.get(start..end).unwrap_or_default().to_owned(), place }
        };
        let quotes = match (leaf.test(), field) {
            (Test::Words(_, patterns), _) => {
                patterns.iter().filter_map(|pattern| words.find(pattern)).map(quote).collect()
            }
            (_, Field::Handles) => words.marked(TokenKind::Handle).map(quote).collect(),
            (_, Field::Hashtags) => words.marked(TokenKind::Tag).map(quote).collect(),
            _ => Vec::new(),
        };
        Some(Self::Words(quotes))
    }
}
