import { byId, type Platform } from '..';
import { makeDocument } from '../../../../simulator/drive/make';
import { bot } from '../ownBase';
import type { Cases } from './common';
import { ANY } from './driveFile';

const where = (p: Platform) => ({
	document: byId(makeDocument(p.store, 'docx', { title: 'Plan', owner: bot(p) }).token),
	documentKind: 'docx',
});
const REFUSED = [...ANY, [{ documentKind: 'mindnote' }, 'File, Document or Folder']] as const;

export const fileSubscription: Cases = {
	get: { parameters: where, refused: REFUSED },
	subscribe: { parameters: where, refused: REFUSED },
	unsubscribe: { parameters: where, refused: REFUSED },
};
