import { NodeOperationError, type IHookFunctions, type ITriggerFunctions } from 'n8n-workflow';

import { readDriveFile } from '../../../../feishu/events/driveFile';
import { checkKind } from '../../../../feishu/idKinds';
import { checkId } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { toNodeError } from '../../client/errors';
import { readPattern } from './pattern';
import { enteredFiles, readEventSettings, readSubscriptionSettings } from './eventSettings';
import { wantedResources } from './subscriptions';

/**
 * Fails the activation, or the start of a test, where the panel holds what can't be meant. Makes no call.
 * @throws NodeOperationError with what to fill in
 */
export function assertEventSettings(context: IHookFunctions | ITriggerFunctions): void {
	const { filters } = readEventSettings(context);
	if (filters.types.length === 0) {
		throw new NodeOperationError(context.getNode(), 'No event is chosen', {
			description: 'Choose at least one event, or Any Event, in the field Events.',
		});
	}
	try {
		checkPattern(filters.textPattern);
		checkFiles(enteredFiles(context));
		for (const chat of filters.chats) checkId('chat', chat, 'Chats');
		for (const sender of filters.senders) checkKind('person', sender, 'Senders');
		wantedResources(readSubscriptionSettings(context).resources);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

function checkPattern(pattern: string): void {
	if (pattern === '' || readPattern(pattern)) return;
	throw new InputError(
		'Text Matches',
		`The filter 'Text Matches' is no regular expression: ${pattern.slice(0, 60)}`,
		'Put a backslash before characters with a meaning of their own, such as ( [ * + ?, or use Text Contains',
	);
}

function checkFiles(files: readonly string[]): void {
	for (const file of files) {
		const read = readDriveFile(file);
		if (read && read.type !== 'wiki') continue;
		throw new InputError(
			'Files',
			`The filter 'Files' holds ${read ? 'the address of a wiki page' : 'no address and no token'}: ${file.slice(0, 60)}`,
			read
				? 'Events name the document itself: take its token from event.file_token of an earlier event'
				: 'Paste the address of the file from the browser, or its token',
		);
	}
}
