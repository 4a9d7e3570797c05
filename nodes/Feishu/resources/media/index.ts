import { defineResource } from '../../../shared/operation/operationSet';
import { downloadAttachment } from './downloadAttachment';
import { downloadFile } from './downloadFile';
import { downloadImage } from './downloadImage';
import { uploadFile } from './uploadFile';
import { uploadImage } from './uploadImage';

export const media = defineResource({
	value: 'media',
	name: 'Media',
	operations: [uploadImage, uploadFile, downloadAttachment, downloadImage, downloadFile],
	defaultOperation: 'uploadImage',
});
