//! The built-in classifier: word lists, phrases and a few rules.
//!
//! A message is [read](reading) with the [lexicon] of its language; the hits give
//! [feelings]; these, with what the [form](forms) shows, give [sentiment], and with the phrases that show what the writer
//! wants, [intent]; with the phrases that show haste, [urgency].

mod cue;
mod feelings;
mod forms;
mod greeting;
mod intent;
mod irony;
mod lexicon;
mod lexicons;
mod mood;
mod reading;
mod rows;
mod sentiment;
mod settle;
mod urgency;
mod vocabulary;
mod weights;

#[cfg(test)]
mod tests;

use super::adapt::{Hidden, covers};
use super::{Classification, Classifier, Overrides, Sentiment, Thresholds, Urgency};
use crate::judgement::{Abstention, Confidence, Place};
use crate::language::{Detection, Language};
use crate::mention::Mention;
use cue::Family;
use lexicon::Lexicon;
use reading::{Part, Reading};
use vocabulary::Word;

/// The classifier that comes with this crate: word lists and phrases of Dutch (the
/// Netherlands and Flanders) and English, with negation, contrast, irony and emoji.
///
/// Every judgement shows the words that decided it. The weights of the evidence add up to
/// the score of the sentiment and to that of the urgency; for the intent they are the
/// points that spoke for it.
///
/// What it abstains from:
/// - a text without words or signs: [`Abstention::TooShort`];
/// - a language other than Dutch and English: [`Abstention::OtherLanguage`];
/// - a text whose language could not be told, unless signs or words that both languages
///   share (an emoji, "top", "help") tell, or there is nothing but a number, a link or a
///   handle, which is `other` and low: [`Abstention::NoEvidence`];
/// - our own messages: [`Abstention::OwnMessage`];
/// - whatever is less sure than [`abstain_below`](Self::abstain_below) asks for:
///   [`Abstention::Unsure`].
///
/// A Dutch or English text in which nothing shows a feeling is neutral, with a modest
/// confidence and no evidence: that nothing was found is the reason. In the same way an
/// intent for which nothing speaks is `other`.
///
/// A host's own words go before the built-in ones: [`overrides`](Self::overrides).
///
/// Confidence is set so that it agrees, roughly, with how often such answers are right on
/// development data. Of a text or title the first 20,000 words are read.
///
/// # Example
/// ```
/// use webcare::classify::{BuiltIn, Classifier, Intent, Polarity, UrgencyLevel};
/// use webcare::judgement::Confidence;
/// use webcare::language::{Detection, Language};
/// use webcare::mention::Mention;
///
/// let text = "Derde keer dat ik bel en nog steeds geen antwoord, schandalig";
/// let mention = Mention::builder("1").text(text).build()?;
/// let dutch = Detection::new(Language::Dutch, Confidence::new(0.99));
/// let judged = BuiltIn::new().classify(&mention, &dutch);
///
/// assert_eq!(judged.sentiment().polarity(), Some(Polarity::Negative));
/// assert_eq!(judged.intent().label(), Some(&Intent::Complaint));
/// assert_eq!(judged.urgency().level(), Some(UrgencyLevel::High));
/// let reasons = judged.urgency().reasons(text);
/// assert!(reasons.contains(&"repeated contact: 'Derde keer'".to_owned()));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct BuiltIn {
    overrides: Overrides,
    thresholds: Thresholds,
}

impl BuiltIn {
    /// The classifier, which answers however unsure it is.
    #[must_use]
    pub const fn new() -> Self {
        Self { overrides: Overrides::NONE, thresholds: Thresholds::new() }
    }

    /// The same, abstaining from each judgement that is less sure than `least`.
    #[must_use]
    pub const fn abstain_below(mut self, least: Confidence) -> Self {
        self.thresholds = self.thresholds.sentiment(least).intent(least).urgency(least);
        self
    }

    /// The same with other thresholds, those of [`abstain_below`](Self::abstain_below)
    /// among them.
    #[must_use]
    pub const fn thresholds(mut self, thresholds: Thresholds) -> Self {
        self.thresholds = thresholds;
        self
    }

    /// The same, where the words and phrases of a host mean what the host says.
    #[must_use]
    pub fn overrides(mut self, overrides: Overrides) -> Self {
        self.overrides = overrides;
        self
    }
}

impl Classifier for BuiltIn {
    fn classify(&self, mention: &Mention, language: &Detection) -> Classification {
        let judged = if mention.direction().is_outbound() {
            Classification::abstaining(Abstention::OwnMessage)
        } else {
            let (title, text, language) = (mention.title(), mention.text(), language.language());
            let own = self.overrides.find(title, text, language);
            let judged = judge(title, text, language, own.hidden());
            own.add_to(judged, &self.thresholds)
        };
        self.thresholds.apply(judged.with_language(language.clone()))
    }
}

/// Judges a message. What is hidden is read like an unknown name.
fn judge(title: Option<&str>, text: &str, language: Language, hidden: &Hidden) -> Classification {
    let lexicon: &Lexicon = match language {
        Language::Dutch => &lexicons::DUTCH,
        Language::English => &lexicons::ENGLISH,
        Language::Other(_) => return Classification::abstaining(Abstention::OtherLanguage),
        Language::Undetermined => &lexicons::SHARED,
    };
    let mut reading = Reading::of(title, text, lexicon.vocabulary());
    hide(&mut reading, hidden);
    if reading.is_empty() {
        return Classification::abstaining(Abstention::TooShort);
    }
    let hits = lexicon.hits(&reading.units);
    if language == Language::Undetermined && hits.is_empty() && !reading.is_bare() {
        return Classification::abstaining(Abstention::NoEvidence);
    }
    let purposes = settle::settle(&hits, Family::Purpose);
    let felt = feelings::feelings(&reading, &hits, &purposes);
    let haste = settle::settle(&hits, Family::Haste);
    let broadcast = feelings::is_broadcast(&reading, &purposes);
    let shown = if broadcast { Vec::new() } else { forms::forms(&reading, &purposes, &haste) };
    let sentiment: Sentiment = sentiment::sentiment(&felt, &shown);
    let intent = intent::intent(&reading, &purposes, &haste, &felt);
    let urgency: Urgency =
        urgency::urgency(&reading, haste, &intent, whole(title, text), broadcast);
    Classification::new(Detection::undetermined(), sentiment, intent, urgency)
}

/// Makes unknown names of the words that are hidden.
fn hide(reading: &mut Reading, hidden: &Hidden) {
    if hidden.is_empty() {
        return;
    }
    for unit in &mut reading.units {
        let ranges = match unit.part {
            Part::Title => hidden.title(),
            Part::Text => hidden.text(),
        };
        if covers(ranges, unit.start) {
            unit.word = Word::UNKNOWN;
            unit.loud = false;
        }
    }
}

/// Where a reason stands that is not in particular words.
fn whole(title: Option<&str>, text: &str) -> Place {
    match title {
        Some(title) if text.is_empty() => Place::Title { start: 0, end: title.len() },
        _ => Place::Text { start: 0, end: text.len() },
    }
}

/// Evidence in the title comes first, then the text.
const fn order(place: Place) -> (u8, usize, usize) {
    match place {
        Place::Title { start, end } => (0, start, end),
        Place::Text { start, end } => (1, start, end),
        Place::Fact => (2, 0, 0),
    }
}

const _: &dyn Classifier = &BuiltIn::new();
