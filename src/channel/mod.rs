//! Where mentions come from and answers go to: the traits that integrators implement.
//!
//! A [`Channel`] is a connection to one platform by one account. It has a [`Profile`], an
//! [`Inbound`] side that brings mentions in [`Page`]s and an [`Outbound`] side that places
//! answers. The traits are small and object-safe; what follows from them is in extension
//! traits and functions: [`InboundExt::fetch_all`], and [`send`], the one way in which an
//! answer goes out.
//!
//! [`MemoryChannel`] and [`JsonLinesChannel`] are two channels, for tests and for files.
//! `examples/custom_channel.rs` shows how to write another. The contract stands with each
//! trait, sentence by sentence; the conformance suite, behind the feature `conformance`,
//! checks each of them on any channel.
//!
//! Errors are an open [`enum`](Error), as channels make them: each says whether to try
//! again, when, or whether a person has to sign in.

mod capability;
#[expect(clippy::module_inception, reason = "the trait that gives the stage its name")]
mod channel;
#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
mod cursor;
mod error;
mod forward;
mod inbound;
mod json_lines;
mod key;
mod memory;
mod outbound;
mod outgoing;
mod page;
mod profile;
mod receipt;
mod reply_window;
mod send;
#[cfg(test)]
mod tests;

pub use capability::{Capabilities, Capability};
pub use channel::Channel;
pub use cursor::Cursor;
pub use error::{Error, ErrorSource};
pub use inbound::{Inbound, InboundExt};
pub use json_lines::{JsonLinesBuilder, JsonLinesChannel};
pub use key::IdempotencyKey;
pub use memory::{MemoryChannel, Sent};
pub use outbound::Outbound;
pub use outgoing::Outgoing;
pub use page::{Item, Page, Unreadable};
pub use profile::{Profile, ProfileBuilder};
pub use receipt::Receipt;
pub use reply_window::ReplyWindow;
pub use send::{Sending, send};
