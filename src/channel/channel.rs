//! What a channel is to the rest of the library.

use super::{Inbound, Outbound, Profile};
use std::fmt::Debug;

/// A connection to one platform, by one account: a profile, and a side to read from, a side
/// to send by, or both.
///
/// The contract, beside that of [`Inbound`] and [`Outbound`]:
/// - **The profile is true and does not change**: there is an outbound side if and only if
///   it names a [`Capability`](super::Capability).
/// - It needs no particular runtime, and says so in its documentation if it does.
/// - It holds no clock: time is the platform's, or comes with what is sent.
/// - Its `Debug` shows no credential.
/// - It does not panic, whatever the platform sends.
///
/// The conformance suite (`webcare::channel::conformance`, behind the feature `conformance`)
/// checks each sentence. A channel is used as `Box<dyn Channel>`, `Arc<dyn Channel>` or
/// `&dyn Channel` just as well.
///
/// # Example
/// A channel that can only be read, by way of another:
/// ```
/// use webcare::channel::{Channel, Inbound, MemoryChannel, Outbound, Profile};
/// use webcare::mention::ChannelKind;
///
/// #[derive(Debug)]
/// struct ReadOnly {
///     profile: Profile,
///     inner: MemoryChannel,
/// }
///
/// impl Channel for ReadOnly {
///     fn profile(&self) -> &Profile {
///         &self.profile
///     }
///
///     fn inbound(&self) -> Option<&dyn Inbound> {
///         self.inner.inbound()
///     }
///
///     fn outbound(&self) -> Option<&dyn Outbound> {
///         None
///     }
/// }
///
/// let profile = Profile::builder(ChannelKind::News).build()?;
/// let channel = ReadOnly { inner: MemoryChannel::new(profile.clone()), profile };
/// let channels: Vec<Box<dyn Channel>> = vec![Box::new(channel)];
/// assert!(channels[0].outbound().is_none());
/// # Ok::<(), webcare::Error>(())
/// ```
pub trait Channel: Debug + Send + Sync {
    /// What it is, and what it takes.
    fn profile(&self) -> &Profile;

    /// The side that brings mentions, if it has one.
    fn inbound(&self) -> Option<&dyn Inbound>;

    /// The side that places answers, if it has one.
    fn outbound(&self) -> Option<&dyn Outbound>;
}

const _: Option<&dyn Channel> = None;
