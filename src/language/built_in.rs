//! The detector that comes with the crate.

use super::heard::Heard;
use super::model::Model;
use super::{Detection, Detector};

/// Tells Dutch, English and other languages apart by their words.
///
/// Each word of the message is looked up in lists of frequent words; one that is in no
/// list is judged by its letters. Handles, tags, links, e-mail addresses and numbers say
/// nothing. What is neither Dutch nor English is asked of [`whatlang`] where the lists do
/// not know it either. The weight of evidence is in natural logarithms of odds against the
/// runner-up.
///
/// Only the first 300 words are read. The first call in a process takes some twenty
/// milliseconds longer, in which the lists are made ready.
///
/// # Example
/// ```
/// use webcare::language::{BuiltIn, Detector, Language};
///
/// let text = "@buurtbus Amai, weeral een halfuur te laat #fail";
/// let detection = BuiltIn::new().detect(text);
/// assert!(detection.is(Language::Dutch));
/// assert!(detection.evidence().iter().any(|told| told.quote(text) == Some("weeral")));
///
/// assert!(BuiltIn::new().detect("thanks!").is(Language::English));
/// assert_eq!(BuiltIn::new().detect("Merci pour votre aide").language().as_str(), "fr");
/// assert!(BuiltIn::new().detect("👍👍 https://voorbeeld.nl").is(Language::Undetermined));
/// ```
///
/// [`whatlang`]: https://docs.rs/whatlang
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BuiltIn;

impl BuiltIn {
    /// The detector. It has no settings.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

const _: &dyn Detector = &BuiltIn;

impl Detector for BuiltIn {
    fn detect(&self, text: &str) -> Detection {
        Heard::listen(Model::shipped(), text).judge(text)
    }
}
