import type { OperationNeeds } from '../api/scopeNeeds';
import { loadJson } from './load';

let operations: Promise<readonly OperationNeeds[]> | undefined;

/** What scopes each operation of the nodes takes, read when it is first asked for. */
export async function allOperations(): Promise<readonly OperationNeeds[]> {
	operations ??= loadJson<OperationNeeds[]>(import('../../catalog/operations.json'));
	return await operations;
}
