//! The detector that comes with the crate.

use super::heard::Heard;
use super::model::Model;
use super::{Detection, Detector};

/// Tells Dutch, English and other languages apart by their words.
///
/// Each word of the message weighs for or against sixteen languages: a frequent one by itself,
/// any other by the pieces of two to five letters it is made of. The weights are trained; the
/// model card in the repository's `trainer` folder says on what. Handles, tags, links, e-mail
/// addresses and numbers say nothing. Where a message fits none of the sixteen, [`whatlang`] is
/// asked. The weight of evidence is in natural logarithms of odds: of Dutch against English, of
/// English against Dutch, of another language against the runner-up.
///
/// A message of one to three words is expected to be Dutch or English rather than anything
/// else. Only the first 300 words are read. Nothing is loaded or built at the first call.
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
