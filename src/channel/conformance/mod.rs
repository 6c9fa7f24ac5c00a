//! The contract of a channel, sentence by sentence, as checks.
//!
//! An integrator writes a [`Harness`], which makes fresh channels with given mentions and
//! shows what they placed, and calls [`run_all`]. Each check stands for one sentence of the
//! documentation of [`Channel`](super::Channel), [`Inbound`](super::Inbound) or
//! [`Outbound`](super::Outbound), and can be called by itself as well. The suite needs no
//! runtime and no test framework; a channel that hangs lets it hang.
//!
//! This module is there with the feature `conformance`.
//!
//! # Example
//! ```
//! use async_trait::async_trait;
//! use webcare::channel::conformance::{Harness, Placed, Subject, run_all};
//! use webcare::channel::{Capability, Channel, Error, MemoryChannel, Profile};
//! use webcare::mention::{ChannelKind, Mention};
//!
//! struct Memory(Profile);
//!
//! #[async_trait]
//! impl Harness for Memory {
//!     async fn open(&self, mentions: Vec<Mention>) -> Result<Box<dyn Subject>, Error> {
//!         let channel = MemoryChannel::new(self.0.clone());
//!         for mention in mentions {
//!             channel.push(mention);
//!         }
//!         Ok(Box::new(Opened(channel)))
//!     }
//! }
//!
//! struct Opened(MemoryChannel);
//!
//! #[async_trait]
//! impl Subject for Opened {
//!     fn channel(&self) -> &dyn Channel {
//!         &self.0
//!     }
//!
//!     async fn arrive(&self, mention: Mention) -> Result<(), Error> {
//!         self.0.push(mention);
//!         Ok(())
//!     }
//!
//!     async fn placed(&self) -> Result<Vec<Placed>, Error> {
//!         let sent = self.0.sent();
//!         Ok(sent
//!             .iter()
//!             .map(|sent| Placed {
//!                 external_id: sent.receipt().external_id().to_owned(),
//!                 in_reply_to: Some(sent.parent().to_owned()),
//!                 audience: sent.reply().audience(),
//!                 text: sent.reply().text().to_owned(),
//!             })
//!             .collect())
//!     }
//!
//!     async fn restart(&mut self) -> Result<(), Error> {
//!         Ok(()) // what is in memory here is what a platform would have
//!     }
//! }
//!
//! let profile = Profile::builder(ChannelKind::Forum).capability(Capability::PublicReply);
//! let report = pollster::block_on(run_all(&Memory(profile.build()?)));
//! assert!(report.is_conformant(), "{report}");
//! # Ok::<(), webcare::Error>(())
//! ```

#[cfg(test)]
mod broken;
mod guarded;
mod harness;
pub mod inbound;
pub mod outbound;
mod report;
mod support;
#[cfg(test)]
pub(super) mod tests;

pub use harness::{Harness, Placed, Subject};
pub use report::{Outcome, Report, Shortfall, Verdict};

use std::future::Future;
use std::pin::Pin;

type Checking<'a> = Pin<Box<dyn Future<Output = Verdict> + Send + 'a>>;

/// One sentence of the contract, and what checks it.
struct Check {
    name: &'static str,
    run: for<'a> fn(&'a dyn Harness) -> Checking<'a>,
}

macro_rules! checks {
    ($($module:ident: $($name:ident)+;)+) => {
        &[ $($( Check {
            name: stringify!($name),
            run: |harness| Box::pin($module::$name(harness)),
        } ),+),+ ]
    };
}

const CHECKS: &[Check] = checks! {
    inbound:
        every_mention_is_delivered
        reading_comes_to_an_end
        a_page_holds_at_most_the_limit
        the_order_of_a_conversation_is_kept
        the_same_cursor_gives_the_same_again
        a_cursor_survives
        what_arrives_later_is_delivered
        a_foreign_cursor_is_refused
        the_same_message_keeps_its_identity
        a_mention_says_where_it_is_from
        what_is_not_public_is_never_delivered_as_public
        our_own_messages_are_marked
        the_text_is_untouched
        what_cannot_be_read_is_reported;
    outbound:
        the_profile_is_true
        an_answer_is_placed_as_it_is_written
        the_longest_text_is_taken
        an_answer_goes_under_its_message
        an_answer_keeps_its_audience
        the_same_key_sends_once
        the_same_key_sends_once_at_once
        the_same_key_sends_once_after_a_restart
        a_replay_says_so
        a_key_stands_for_one_answer
        two_keys_send_twice
        the_receipt_names_what_was_placed;
};

/// Runs every check, each with channels of its own, one after the other. A check in which
/// the channel panics counts as not kept.
///
/// # Example
/// See the [module](self).
pub async fn run_all(harness: &dyn Harness) -> Report {
    let mut outcomes = Vec::with_capacity(CHECKS.len());
    for check in CHECKS {
        let verdict = guarded::guarded((check.run)(harness)).await;
        outcomes.push(Outcome::new(check.name, verdict));
    }
    Report::new(outcomes)
}
