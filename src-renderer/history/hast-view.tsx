/** A hast tree as React elements, looking as it does while it is written; none of it is ever parsed as HTML. */
import type { Element, ElementContent, Nodes } from 'hast';
import { createElement, Fragment, type ReactNode } from 'react';
import { theme } from '#renderer/editor/features/editor-theme.ts';

/** Asked for every element with `data-change`: what stands beside it. */
export type BesideChange = (changeId: string) => ReactNode;

export function hastToReact(node: Nodes, beside: BesideChange, key = '0'): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'root':
      return <Fragment key={key}>{childrenOf(node.children as ElementContent[], beside, key)}</Fragment>;
    case 'element': {
      const changeId = node.properties['dataChange'];
      const children = childrenOf(node.children, beside, key);
      if (typeof changeId === 'string') children.unshift(beside(changeId));
      return createElement(
        node.tagName,
        { key, ...lookOf(node), ...propsOf(node.properties) },
        ...(children.length > 0 ? children : []),
      );
    }
    default:
      // Comments and doctypes say nothing to a reader.
      return null;
  }
}

function childrenOf(children: readonly ElementContent[], beside: BesideChange, key: string): ReactNode[] {
  return children.map((child, at) => hastToReact(child, beside, `${key}.${at}`));
}

/** The editor's own class names (editor/body.css). */
const looks: Readonly<Record<string, string | undefined>> = {
  p: theme.paragraph,
  ...theme.heading,
  blockquote: theme.quote,
  pre: theme.code,
  hr: theme.hr,
  a: theme.link,
  ul: theme.list?.ul,
  ol: theme.list?.ol,
  li: theme.list?.listitem,
  code: theme.text?.code,
  mark: theme.text?.highlight,
  sub: theme.text?.subscript,
  sup: theme.text?.superscript,
};

function lookOf({ tagName, properties }: Element): { className?: string } {
  // What the comparison itself says is none of the document.
  const look = 'dataNote' in properties ? undefined : looks[tagName];
  return look === undefined ? {} : { className: look };
}

function propsOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === false) return [];
      const text = Array.isArray(value) ? value.join(' ') : value;
      if (/^data[A-Z]/.test(name)) return [[dashed(name), text]];
      return [[name, text]];
    }),
  );
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
