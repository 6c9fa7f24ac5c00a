//! Cases and properties of the stage.

mod cases;
mod configuration;
mod drafts;
mod properties;

use super::*;
use crate::mention::{ChannelKind, Mention, MentionBuilder};

const _: Option<&(dyn AsRef<TextLimit> + Send + Sync)> = None;
const _: fn() = || {
    fn both<T: Send + Sync>() {}
    both::<(Team, Signature, SignatureRules, TextLimit, Reply, Draft<'_>, Published, FoundSign)>();
};

/// A public question on X.
fn question() -> MentionBuilder {
    Mention::builder("m-1")
        .channel(ChannelKind::X)
        .external_id("991")
        .account("voorbeeld")
        .text("Hoe laat gaat de winkel open?")
}
