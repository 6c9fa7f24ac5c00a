//! Sending by a channel.

use super::{Error, Outgoing, Receipt};
use async_trait::async_trait;

/// The side of a channel that places answers.
///
/// What it gets has been looked at: an [`Outgoing`] is made by [`send`](super::send) alone,
/// which checks kind, account, capability, length, audience and reply window first. So a
/// channel need not check these again; it has to do as it is told.
///
/// The contract:
/// - **An answer is placed as it is written**, byte for byte, up to the longest that the
///   profile allows.
/// - **An answer goes under its message**: the platform shows it in reply to
///   [`Outgoing::parent`].
/// - **An answer keeps its audience**: a private one is never public.
/// - **The same key sends once**, however often and from however many tasks it is tried, and
///   after a restart as well. After an error it is unknown whether it was sent; the next
///   attempt with the key finds out.
/// - **A replay says so**: a later attempt gets the receipt of the first, marked as
///   [replay](Receipt::is_replay).
/// - **A key stands for one answer**: with another answer it is refused with
///   [`Error::KeyReused`], and nothing is sent.
/// - **Two keys send twice**, even if the texts are the same.
/// - **The receipt names what was placed**, by the platform's identifier.
///
/// # Example
/// A channel that refuses everything:
/// ```
/// use webcare::channel::{Error, Outbound, Outgoing, Receipt};
///
/// struct Closed;
///
/// #[async_trait::async_trait]
/// impl Outbound for Closed {
///     async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
///         Err(Error::refused(format!("closed, {} is not placed", outgoing.key())))
///     }
/// }
/// ```
#[async_trait]
pub trait Outbound: Send + Sync {
    /// Places an answer.
    ///
    /// # Errors
    /// When it was not placed, or that is unknown; [`Error::is_retryable`] tells whether to
    /// try again, with the same key.
    async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error>;
}

const _: Option<&dyn Outbound> = None;
