//! The built-in classifier: word lists and a small trained network.
//!
//! A message is [read](reading) with the [lexicon] of its language; the hits are cues and
//! [feelings]. These, the words and the form of the message are its [features]; the
//! [model] has weights for them, and the [network] answers. [`verdicts`] makes judgements of
//! the answers, [`account`] tells which words moved them.

mod account;
mod cue;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches it")
)]
mod features;
mod feelings;
mod greeting;
mod haste;
mod irony;
mod lexicon;
mod lexicons;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches it")
)]
mod model;
mod mood;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches it")
)]
mod network;
mod piece;
mod reading;
mod rows;
mod settle;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches it")
)]
mod table;
#[cfg_attr(
    not(feature = "training"),
    allow(unreachable_pub, dead_code, reason = "the trainer reaches it")
)]
mod valence;
mod verdicts;
mod vocabulary;
#[cfg(feature = "training")]
pub mod training;
mod weights;

#[cfg(test)]
mod tests;

use super::adapt::Hidden;
use super::{
    Classification, Classifier, Intent, Overrides, Polarity, Sentiment, Thresholds, Urgency,
    UrgencyLevel,
};
use crate::judgement::{Abstention, Confidence, Evidence, Judgement, Place};
use crate::language::{Detection, Language};
use crate::mention::Mention;
use cue::Family;
use features::{Sink, Tongue};
use feelings::Feeling;
use lexicon::{Hit, Lexicon};
use model::Model;
use network::{Gathered, Gathering};
use reading::Reading;
use valence::Valence;
use verdicts::Judging;

/// The classifier that comes with this crate: a small trained network for Dutch (the
/// Netherlands and Flanders) and English over words, their parts and neighbours, the feelings
/// that words carry, and word lists for what makes a message urgent.
///
/// Every judgement shows the words that decided it. The weights of the evidence add up to
/// the score of the sentiment and to that of the urgency, what no single word decided being
/// told of the whole text; for the intent they add up to what spoke for it.
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
/// Words of danger, fraud or a leak make a message at least high, however calm or merry the
/// words around them: a missed emergency is the worst fault.
///
/// A host's own words go before the built-in ones: [`overrides`](Self::overrides).
///
/// Confidence is calibrated on messages that the model had not seen: of answers given with
/// 0.8 about four in five are right. Of a text or title the first 20,000 words are read.
/// What fed the model, how often it is right and what it is bad at stand in the repository,
/// in `ACCURACY.md` and `trainer/MODEL_CARD.md`.
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
    match language {
        Language::Dutch => judge_in(Tongue::Dutch, title, text, hidden),
        Language::English => judge_in(Tongue::English, title, text, hidden),
        Language::Other(_) => Classification::abstaining(Abstention::OtherLanguage),
        Language::Undetermined => judge_in_neither(title, text, hidden),
    }
}

/// Judges a text whose language could not be told: by what both languages share.
fn judge_in_neither(title: Option<&str>, text: &str, hidden: &Hidden) -> Classification {
    let shared = Reading::of(title, text, &lexicons::SHARED, hidden);
    if shared.is_empty() {
        return Classification::abstaining(Abstention::TooShort);
    }
    if shared.is_bare() {
        return bare(whole(title, text));
    }
    if lexicons::SHARED.hits(&shared.units).is_empty() {
        return Classification::abstaining(Abstention::NoEvidence);
    }
    let dutch = judge_in(Tongue::Dutch, title, text, hidden);
    if !shared.pieces.iter().any(|piece| piece.kind.has_letters()) {
        // Signs mean the same in every language.
        return dutch;
    }
    dutch.agreeing_with(judge_in(Tongue::English, title, text, hidden))
}

/// What there is to say of a number, a link or a handle alone.
fn bare(whole: Place) -> Classification {
    let seen = |weight| vec![Evidence::new(whole, weight, "no words")];
    let sure = Confidence::new(0.9);
    Classification::new(
        Detection::undetermined(),
        Sentiment::new(Judgement::decided(Polarity::Neutral, sure, seen(0.0)), 0.0),
        Judgement::decided(Intent::Other, sure, seen(1.0)),
        Urgency::new(Judgement::decided(UrgencyLevel::Low, sure, seen(5.0)), 5.0),
    )
}

fn judge_in(tongue: Tongue, title: Option<&str>, text: &str, hidden: &Hidden) -> Classification {
    judge_with(Model::shipped(), tongue, title, text, hidden)
}

/// Judges a message in a language that is known, with any model.
fn judge_with(
    model: &Model<'_>,
    tongue: Tongue,
    title: Option<&str>,
    text: &str,
    hidden: &Hidden,
) -> Classification {
    let heard = Heard::of(tongue, title, text, hidden);
    if heard.reading.is_empty() {
        return Classification::abstaining(Abstention::TooShort);
    }
    let mut gathered = Gathered::of(heard.reading.pieces.len());
    heard.features(model.valence(), &mut Gathering { model, into: &mut gathered });
    let answer = gathered.answer(model.network(), tongue == Tongue::English);
    let spans = account::spans(&heard.reading, &heard.cues, &heard.felt);
    let mut judging = Judging {
        reading: &heard.reading,
        spans: &spans,
        cues: &heard.cues,
        broadcast: feelings::is_broadcast(&heard.reading, &heard.cues),
        answer: &answer,
        network: model.network(),
        english: tongue == Tongue::English,
        whole: whole(title, text),
        pulls: Vec::with_capacity(heard.reading.pieces.len()),
    };
    let (sentiment, intent, urgency) = (judging.sentiment(), judging.intent(), judging.urgency());
    Classification::new(Detection::undetermined(), sentiment, intent, urgency)
}

/// A message, read in one language, with what the word lists find in it.
struct Heard {
    reading: Reading,
    /// What is wanted, and what makes haste.
    cues: Vec<Hit>,
    felt: Vec<Feeling>,
    tongue: Tongue,
}

impl Heard {
    fn of(tongue: Tongue, title: Option<&str>, text: &str, hidden: &Hidden) -> Self {
        let lexicon: &Lexicon = match tongue {
            Tongue::Dutch => &lexicons::DUTCH,
            Tongue::English => &lexicons::ENGLISH,
        };
        let reading = Reading::of(title, text, lexicon, hidden);
        let hits = lexicon.hits(&reading.units);
        let mut cues = settle::settle(&hits, Family::Purpose);
        let felt = feelings::feelings(&reading, &hits, &cues);
        cues.append(&mut settle::settle(&hits, Family::Haste));
        Self { reading, cues, felt, tongue }
    }

    fn features(&self, valence: Valence<'_>, sink: &mut impl Sink) {
        features::features(&self.reading, &self.cues, &self.felt, self.tongue, valence, sink);
    }
}

/// Where a reason stands that is not in particular words.
fn whole(title: Option<&str>, text: &str) -> Place {
    match title {
        Some(title) if text.is_empty() => Place::Title { start: 0, end: title.len() },
        _ => Place::Text { start: 0, end: text.len() },
    }
}

const _: &dyn Classifier = &BuiltIn::new();
