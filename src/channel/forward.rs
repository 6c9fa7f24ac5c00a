//! A reference to a channel, or a box with one, is a channel.

use super::{Channel, Cursor, Error, Inbound, Outbound, Outgoing, Page, Profile, Receipt};
use async_trait::async_trait;
use std::sync::Arc;

macro_rules! forward {
    ($($outer:ty),+) => { $(
        #[deny(clippy::missing_trait_methods)]
        impl<T: Channel + ?Sized> Channel for $outer {
            fn profile(&self) -> &Profile {
                (**self).profile()
            }

            fn inbound(&self) -> Option<&dyn Inbound> {
                (**self).inbound()
            }

            fn outbound(&self) -> Option<&dyn Outbound> {
                (**self).outbound()
            }
        }

        #[async_trait]
        #[deny(clippy::missing_trait_methods)]
        impl<T: Inbound + ?Sized> Inbound for $outer {
            async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
                (**self).fetch(cursor, limit).await
            }
        }

        #[async_trait]
        #[deny(clippy::missing_trait_methods)]
        impl<T: Outbound + ?Sized> Outbound for $outer {
            async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
                (**self).publish(outgoing).await
            }
        }
    )+ };
}

forward!(&T, Box<T>, Arc<T>);
