//! A channel of two files.

mod sink;
mod source;
#[cfg(test)]
mod tests;

use super::{
    Channel, Cursor, Error, ErrorSource, Inbound, Outbound, Outgoing, Page, Profile, Receipt,
};
use async_trait::async_trait;
use sink::Sink;
use source::Source;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A channel of two files: mentions are read from one, answers are appended to the other,
/// one JSON object a line.
///
/// **Reading.** The lines are in the format of [`mention`](crate::mention). A last line
/// without a line break is not yet a mention: its writer may not be done. A line that names
/// no channel or account is of the profile's; one of another channel or account is
/// reported as unreadable, so that one file is one channel. A mention without an identifier
/// is called after its line. The cursor tells lines and bytes, so the file may grow, but a
/// file that was cut short or replaced is refused with [`Error::BadCursor`] as far as that
/// can be seen.
///
/// **Sending.** An answer is one line with the keys `key`, `external_id`, `at`,
/// `in_reply_to`, `mention`, `channel`, `account`, `audience` and `text`. It is on the disk
/// when the receipt is given. The keys of the file are read when it is opened and held in
/// memory, so an answer is not written twice after a restart either; a line that was torn by
/// a crash is passed over. One process at a time may append to a file.
///
/// **Blocking.** Files know no waiting without blocking: reading and appending block the
/// thread for as long as the disk takes, inside the future. On an asynchronous runtime use
/// its pool for blocking work (with tokio, `spawn_blocking` around a `block_on`), unless a
/// pause of a local disk does no harm.
///
/// # Example
/// ```
/// use std::io::Cursor as Bytes;
/// use webcare::channel::{InboundExt, JsonLinesChannel, Profile};
/// use webcare::mention::ChannelKind;
///
/// let input = "{\"text\": \"Is het loket open?\"}\n{\"text\": \"Laat ma\"}\n{\"text\": \"Nog niet";
/// let profile = Profile::builder(ChannelKind::Web).build()?;
/// let channel =
///     JsonLinesChannel::builder(profile).read(Bytes::new(input)).build()?;
///
/// let page = pollster::block_on(channel.fetch_all(None, 100))?;
/// let texts: Vec<&str> = page.mentions().map(|mention| mention.text()).collect();
/// assert_eq!(texts, ["Is het loket open?", "Laat ma"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct JsonLinesChannel {
    profile: Profile,
    source: Option<Source>,
    sink: Option<Mutex<Sink>>,
}

impl JsonLinesChannel {
    /// Starts a channel of `profile`.
    pub const fn builder(profile: Profile) -> JsonLinesBuilder {
        JsonLinesBuilder { profile, source: None, sink: None }
    }
}

/// Makes a [`JsonLinesChannel`]. Set where to read, if mentions come from it, and where to
/// append, if the profile says that it can be answered.
///
/// # Example
/// ```
/// use webcare::channel::{Capability, JsonLinesChannel, Profile};
/// use webcare::mention::ChannelKind;
///
/// let profile = Profile::builder(ChannelKind::Web).capability(Capability::PrivateReply);
/// let error = JsonLinesChannel::builder(profile.build()?).build().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the channel is broken: its profile can answer (private_reply), and there is no file \
///      for the answers"
/// );
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct JsonLinesBuilder {
    profile: Profile,
    source: Option<Source>,
    sink: Option<PathBuf>,
}

impl JsonLinesBuilder {
    /// Reads the file `path`, which is opened at each reading; while it is not there, reading
    /// fails with [`Error::NotFound`].
    pub fn read_from(mut self, path: impl AsRef<Path>) -> Self {
        self.source = Some(Source::path(path.as_ref()));
        self
    }

    /// Reads `source`.
    pub fn read(mut self, source: impl Read + Seek + Send + 'static) -> Self {
        self.source = Some(Source::reader(source));
        self
    }

    /// Appends to the file `path`, which is made if it is not there.
    pub fn append_to(mut self, path: impl AsRef<Path>) -> Self {
        self.sink = Some(path.as_ref().to_owned());
        self
    }

    /// The channel. The file for the answers is opened and read.
    ///
    /// # Errors
    /// [`Error::Broken`] when the profile names a capability and there is no file for the
    /// answers, or the other way round. What the system says, when that file cannot be
    /// opened or read.
    pub fn build(self) -> Result<JsonLinesChannel, Error> {
        let capabilities = self.profile.capabilities();
        let sink = match self.sink {
            None if capabilities.is_empty() => None,
            Some(path) if !capabilities.is_empty() => Some(Mutex::new(Sink::open(&path)?)),
            None => {
                let what = format!(
                    "its profile can answer ({capabilities}), and there is no file for the answers"
                );
                return Err(Error::Broken { what });
            }
            Some(path) => {
                let what = format!(
                    "its profile cannot answer, and there is a file for the answers, \"{}\"",
                    path.display()
                );
                return Err(Error::Broken { what });
            }
        };
        Ok(JsonLinesChannel { profile: self.profile, source: self.source, sink })
    }
}

impl Channel for JsonLinesChannel {
    fn profile(&self) -> &Profile {
        &self.profile
    }

    fn inbound(&self) -> Option<&dyn Inbound> {
        if self.source.is_some() { Some(self) } else { None }
    }

    fn outbound(&self) -> Option<&dyn Outbound> {
        if self.sink.is_some() { Some(self) } else { None }
    }
}

#[async_trait]
impl Inbound for JsonLinesChannel {
    async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
        let Some(source) = &self.source else { return Err(Error::NotReadable) };
        source.page(&self.profile, cursor, limit)
    }
}

#[async_trait]
impl Outbound for JsonLinesChannel {
    async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
        let Some(sink) = &self.sink else {
            return Err(Error::refused("there is no file for the answers"));
        };
        // What a panic may have left half done, the sink finds out by reading its file.
        let mut sink = sink.lock().unwrap_or_else(|poisoned| {
            let mut sink = PoisonError::into_inner(poisoned);
            sink.distrust();
            sink
        });
        sink.append(outgoing)
    }
}

/// What the system says of a file, in terms of what to do about it.
fn fault(doing: &str, path: Option<&Path>, error: io::Error) -> Error {
    let what = match path {
        Some(path) => format!("{doing} \"{}\": {error}", path.display()),
        None => format!("{doing} the source: {error}"),
    };
    match error.kind() {
        io::ErrorKind::NotFound => Error::not_found(what),
        io::ErrorKind::PermissionDenied | io::ErrorKind::IsADirectory => Error::refused(what),
        _ => Error::retry(what),
    }
    .with_source(ErrorSource::from(error))
}
