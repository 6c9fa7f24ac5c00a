//! The words that the value of a field can be.

use super::Field;
use crate::mention::{AuthorFlag, ChannelKind, MentionKind, Origin};

/// The words of a field whose values are words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vocabulary {
    /// The words of this version, in order where the order means something.
    pub(super) words: &'static [&'static str],
    /// Whether data may bring other words.
    pub(super) is_open: bool,
    /// The usual word for what may be written otherwise: `x` for `Twitter`.
    pub(super) usual: fn(&str) -> String,
}

/// The words of `field`; `None` where they are names of the host's or the platform's.
pub(super) fn vocabulary(field: &Field) -> Option<Vocabulary> {
    let closed = |words| Some(Vocabulary { words, is_open: false, usual: str::to_owned });
    let open = |words, usual| Some(Vocabulary { words, is_open: true, usual });
    match field {
        Field::Channel => open(ChannelKind::WORDS, |word| ChannelKind::from(word).to_string()),
        Field::Kind => open(MentionKind::WORDS, |word| MentionKind::from(word).to_string()),
        Field::Origin => open(&["directed", "own_property", "found"], |word| {
            Origin::from(word).as_str().to_owned()
        }),
        Field::AuthorFlags => open(AuthorFlag::WORDS, |word| AuthorFlag::from(word).to_string()),
        Field::Language => open(&["nl", "en"], str::to_owned),
        Field::Visibility => closed(&["public", "private", "restricted"]),
        Field::Sentiment => closed(&["negative", "neutral", "positive"]),
        Field::Intent => closed(&["complaint", "question", "compliment", "suggestion", "other"]),
        Field::Urgency => closed(&["low", "normal", "high", "critical"]),
        Field::CaseStatus => {
            closed(&["new", "open", "waiting_on_customer", "waiting_on_third_party", "resolved"])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Status;
    use crate::classify::{Intent, Polarity, UrgencyLevel};

    #[test]
    fn the_words_are_those_of_the_judgements() {
        let words = |field| vocabulary(&field).unwrap().words.to_vec();
        assert_eq!(words(Field::Sentiment), Polarity::ALL.map(Polarity::as_str));
        assert_eq!(words(Field::Intent), Intent::ALL.map(Intent::as_str));
        assert_eq!(words(Field::Urgency), UrgencyLevel::ALL.map(UrgencyLevel::as_str));
        assert_eq!(words(Field::CaseStatus), Status::ALL.map(Status::as_str));
    }

    #[test]
    fn a_word_has_a_usual_form() {
        let usual = |field, word: &str| (vocabulary(&field).unwrap().usual)(word);
        assert_eq!(usual(Field::Channel, "Twitter"), "x");
        assert_eq!(usual(Field::Kind, "dm"), "direct_message");
        assert_eq!(usual(Field::AuthorFlags, "VIP"), "vip");
        assert_eq!(usual(Field::Channel, "Hyves"), "Hyves");
    }
}
