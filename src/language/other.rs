//! A second opinion on what is neither Dutch nor English.

use super::{Language, LanguageCode};
use crate::judgement::Confidence;
use whatlang::{Info, Lang};

/// How sure it is that words in another script are in another language.
const BY_SCRIPT: f32 = 0.99;

/// More text than this is not looked at, in bytes.
const LONGEST: usize = 2048;

/// The language that `words` seem to be in.
pub(super) fn opinion(words: &str) -> Option<(Language, Confidence)> {
    let info = whatlang::detect(clip(words))?;
    Some((language(&info), confidence(&info)))
}

/// The language of a text in an alphabet that neither Dutch nor English is written in.
pub(super) fn by_script(text: &str) -> (Language, Confidence) {
    let found = whatlang::detect(clip(text)).map(|info| language(&info));
    let foreign = found.filter(|found| !matches!(found, Language::Dutch | Language::English));
    (foreign.unwrap_or_else(uncoded), Confidence::new(BY_SCRIPT))
}

/// A language whose code isn't known: ISO 639-2 has a code for a language without one.
pub(super) fn uncoded() -> Language {
    LanguageCode::new("mis").map_or(Language::Undetermined, Language::Other)
}

#[expect(clippy::cast_possible_truncation, reason = "a probability needs no more digits")]
fn confidence(info: &Info) -> Confidence {
    Confidence::new(info.confidence() as f32)
}

fn clip(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}

fn language(info: &Info) -> Language {
    Language::from_code(code(info.lang()))
}

/// The code of two letters where ISO 639-1 has one.
fn code(lang: Lang) -> &'static str {
    match lang.code() {
        "epo" => "eo",
        "rus" => "ru",
        "cmn" => "zh",
        "spa" => "es",
        "por" => "pt",
        "ita" => "it",
        "ben" => "bn",
        "fra" => "fr",
        "deu" => "de",
        "ukr" => "uk",
        "kat" => "ka",
        "ara" => "ar",
        "hin" => "hi",
        "jpn" => "ja",
        "heb" => "he",
        "yid" => "yi",
        "pol" => "pl",
        "amh" => "am",
        "jav" => "jv",
        "kor" => "ko",
        "nob" => "nb",
        "dan" => "da",
        "swe" => "sv",
        "fin" => "fi",
        "tur" => "tr",
        "nld" => "nl",
        "hun" => "hu",
        "ces" => "cs",
        "ell" => "el",
        "bul" => "bg",
        "bel" => "be",
        "mar" => "mr",
        "kan" => "kn",
        "ron" => "ro",
        "slv" => "sl",
        "hrv" => "hr",
        "srp" => "sr",
        "mkd" => "mk",
        "lit" => "lt",
        "lav" => "lv",
        "est" => "et",
        "tam" => "ta",
        "vie" => "vi",
        "urd" => "ur",
        "tha" => "th",
        "guj" => "gu",
        "uzb" => "uz",
        "pan" => "pa",
        "aze" => "az",
        "ind" => "id",
        "tel" => "te",
        "pes" => "fa",
        "mal" => "ml",
        "ori" => "or",
        "mya" => "my",
        "nep" => "ne",
        "sin" => "si",
        "khm" => "km",
        "tuk" => "tk",
        "aka" => "ak",
        "zul" => "zu",
        "sna" => "sn",
        "afr" => "af",
        "lat" => "la",
        "slk" => "sk",
        "cat" => "ca",
        "tgl" => "tl",
        "hye" => "hy",
        "cym" => "cy",
        "eng" => "en",
        other => other,
    }
}
