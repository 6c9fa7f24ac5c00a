//! What a condition can ask about.

use super::Operator;
use serde::{Serialize, Serializer};
use std::fmt;

/// What sort of value a field has, and with that, what may be asked of it.
///
/// # Example
/// ```
/// use webcare::routing::{Field, FieldKind, Operator};
///
/// assert_eq!(Field::Followers.kind(), FieldKind::Number);
/// assert!(FieldKind::Number.operators().contains(&Operator::Between));
/// assert!(!FieldKind::Number.operators().contains(&Operator::Phrase));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FieldKind {
    /// Running text, of which words are asked.
    Words,
    /// One name, compared without regard to case and accents.
    Name,
    /// A set of names, compared in the same way. It may be empty.
    Names,
    /// One step of a ladder, such as an urgency.
    Level,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A moment, of which is asked whether a calendar is open then.
    Instant,
    /// A value of the host's: a text, a number, yes or no, or a list of texts.
    Custom,
}

impl FieldKind {
    /// The operators that go with it.
    #[must_use]
    pub const fn operators(self) -> &'static [Operator] {
        use Operator::{
            AtLeast, AtMost, Between, Contains, ContainsAll, ContainsAny, ContainsNone,
            ContainsWord, Eq, Ge, Gt, In, IsNotSet, IsSet, Le, Lt, Ne, NotIn, NotWithin, Phrase,
            Within,
        };
        match self {
            Self::Words => {
                &[ContainsWord, ContainsAny, ContainsAll, ContainsNone, Phrase, IsSet, IsNotSet]
            }
            Self::Name => &[Eq, Ne, In, NotIn, IsSet, IsNotSet],
            Self::Names => &[Contains, ContainsAny, ContainsAll, ContainsNone, IsSet, IsNotSet],
            Self::Level => &[Eq, Ne, In, NotIn, AtLeast, AtMost, IsSet, IsNotSet],
            Self::Number => &[Eq, Ne, Lt, Le, Gt, Ge, Between, AtLeast, AtMost, IsSet, IsNotSet],
            Self::Flag => &[Eq, Ne, IsSet, IsNotSet],
            Self::Instant => &[Within, NotWithin, IsSet, IsNotSet],
            Self::Custom => &[
                Eq,
                Ne,
                In,
                NotIn,
                Lt,
                Le,
                Gt,
                Ge,
                Between,
                AtLeast,
                AtMost,
                Contains,
                ContainsAny,
                ContainsAll,
                ContainsNone,
                IsSet,
                IsNotSet,
            ],
        }
    }
}

macro_rules! fields {
    ($( $(#[$meta:meta])* $variant:ident = $word:literal, $kind:ident, $label:literal; )+) => {
        /// What a condition can ask about.
        ///
        /// # Example
        /// ```
        /// use webcare::routing::Field;
        ///
        /// assert_eq!(Field::CaseHandovers.to_string(), "case_handovers");
        /// assert_eq!(Field::Custom("segment".to_owned()).to_string(), "custom.segment");
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field {
            $( $(#[$meta])* $variant, )+
            /// The host's own value under this key, written `custom.KEY`. A value of
            /// another sort than the one asked for counts as unknown.
            Custom(String),
        }

        impl Field {
            /// All fields but [`Custom`](Self::Custom), whose keys are the host's.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            pub(super) const NAMED: &'static [(&'static str, fn() -> Self)] =
                &[ $( ($word, || Self::$variant) ),+ ];

            /// What sort of value it has.
            #[must_use]
            pub const fn kind(&self) -> FieldKind {
                match self {
                    $( Self::$variant => FieldKind::$kind, )+
                    Self::Custom(_) => FieldKind::Custom,
                }
            }

            /// How a sentence names it.
            pub(super) const fn label(&self) -> &'static str {
                match self { $( Self::$variant => $label, )+ Self::Custom(_) => "the host's value" }
            }

            const fn word(&self) -> &'static str {
                match self { $( Self::$variant => $word, )+ Self::Custom(_) => "custom" }
            }
        }
    };
}

fields! {
    /// The words of the text. A blank text is not set; it has no words.
    Text = "text", Words, "the text";
    /// The words of the title; unknown without one.
    Title = "title", Words, "the title";
    /// The accounts named in the text, without `@`.
    Handles = "handles", Names, "the accounts named";
    /// The hashtags in the text, without `#`.
    Hashtags = "hashtags", Names, "the hashtags";
    /// The channel; unknown where the source did not say.
    Channel = "channel", Name, "the channel";
    /// What sort of message it is.
    Kind = "kind", Name, "the kind of message";
    /// `directed`, `own_property` or `found`.
    Origin = "origin", Name, "the origin";
    /// The monitoring query that found it; none for what was directed at us, unknown when
    /// it was found and nobody says by which.
    FoundBy = "found_by", Names, "the queries that found it";
    /// `public`, `private` or `restricted`.
    Visibility = "visibility", Name, "the visibility";
    /// Our own account that received it.
    Account = "account", Name, "the account that received it";
    /// The detected language, by its code; unknown when it could not be told.
    Language = "language", Name, "the language";
    /// The polarity, `negative` below `neutral` below `positive`; unknown when it abstains.
    Sentiment = "sentiment", Level, "the sentiment";
    /// The sentiment score, −1 to 1; unknown when the sentiment abstains.
    SentimentScore = "sentiment_score", Number, "the sentiment score";
    /// The intent; unknown when it abstains.
    Intent = "intent", Name, "the intent";
    /// The urgency, `low` to `critical`; unknown when it abstains.
    Urgency = "urgency", Level, "the urgency";
    /// The urgency score, 0 to 100; unknown when the urgency abstains.
    UrgencyScore = "urgency_score", Number, "the urgency score";
    /// The handle of the writer, with or without `@`.
    AuthorHandle = "author_handle", Name, "the writer's handle";
    /// The words of the name that the writer shows.
    AuthorName = "author_name", Words, "the writer's name";
    /// What the host knows of the writer: `vip`, `press`, `known_customer`, …
    AuthorFlags = "author_flags", Names, "the writer's flags";
    /// How many follow the writer.
    Followers = "followers", Number, "the number of followers";
    /// Whether the platform has verified the writer's account.
    Verified = "verified", Flag, "the account is verified";
    /// The stars of a review, 0 to 5.
    Stars = "stars", Number, "the number of stars";
    /// Whether something hangs on it.
    HasAttachment = "has_attachment", Flag, "an attachment is there";
    /// Whether it is, or stands under, an advertisement.
    Promoted = "promoted", Flag, "it is promoted";
    /// Whether it answers another message.
    IsReply = "is_reply", Flag, "it is a reply";
    /// The host's own labels of the mention.
    Tags = "tags", Names, "the tags";
    /// When it was published.
    PublishedAt = "published_at", Instant, "the time of publication";
    /// The moment of deciding.
    Now = "now", Instant, "the present moment";
    /// How often the case was handed over; unknown without a case.
    CaseHandovers = "case_handovers", Number, "the number of handovers";
    /// How often the case was opened again after it was resolved; unknown without a case.
    CaseReopenings = "case_reopenings", Number, "the number of reopenings";
    /// How many messages the case has received; unknown without a case.
    CaseMessages = "case_messages", Number, "the number of messages in the case";
    /// The status of the case; unknown without a case.
    CaseStatus = "case_status", Name, "the status of the case";
    /// The queue the case is in; unknown without a case, or when it is in none.
    CaseQueue = "case_queue", Name, "the queue of the case";
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Custom(key) => write!(f, "custom.{key}"),
            plain => f.pad(plain.word()),
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn a_field_is_named_as_it_is_read() {
        assert_eq!(Field::ALL.len(), Field::NAMED.len());
        for (field, (word, make)) in Field::ALL.iter().zip(Field::NAMED) {
            assert_eq!((&make(), field.to_string().as_str()), (field, *word));
        }
    }
}
