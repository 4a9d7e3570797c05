import { create } from './create';
import { deleteReply } from './deleteReply';
import { get } from './get';
import { getMany } from './getMany';
import { react } from './react';
import { replyTo } from './reply';
import { resolve } from './resolve';
import { updateReply } from './updateReply';

/** What can be done with comments: a node that has documents lists it as a resource of its own. */
export const COMMENT_OPERATIONS = [create, deleteReply, get, getMany, react, replyTo, resolve, updateReply] as const;

/** What a fresh node shows of them. */
export const FIRST_COMMENT_OPERATION = getMany.value;
