import type { FeishuClient } from './client';
import type { ErrorContext } from './errors';

/** Who asks, and for which execution or list: what was looked up is kept for that long. */
export interface Asking {
	feishu: FeishuClient;
	context: object;
	errorContext: ErrorContext;
}
