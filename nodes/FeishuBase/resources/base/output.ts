import type { IDataObject } from 'n8n-workflow';

import { SHARED_SHAPE } from '../../../shared/drive/share';

/** What is told of a base that was just made. */
export const MADE_BASE = {
	app_token: 'string',
	'name?': 'string',
	'url?': 'string',
	'folder_token?': 'string',
	'time_zone?': 'string',
	...SHARED_SHAPE,
} as const;

/** A base as an answer has it. */
export interface MadeBase extends IDataObject {
	app_token: string;
	url?: string;
}
