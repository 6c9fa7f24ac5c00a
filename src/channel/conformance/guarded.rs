//! Running a check so that a panic of the channel ends only that check.

use super::{Checking, Shortfall, Verdict};
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

/// The verdict of `check`; a panic is one as well. What panicked is dropped, never used
/// again, so nothing half done is seen.
pub(super) async fn guarded(mut check: Checking<'_>) -> Verdict {
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| check.as_mut().poll(context))) {
        Ok(poll) => poll,
        Err(panic) => {
            let said = message(&*panic);
            Poll::Ready(Err(Shortfall::NotKept(format!("it panicked: {said}"))))
        }
    })
    .await
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}
