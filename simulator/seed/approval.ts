import type { App } from '../state/apps';
import type { Store } from '../state/store';

/** Definitions and instances of approvals of a fresh company. */
export function seedApproval(_store: Store, _app: App): void {}
