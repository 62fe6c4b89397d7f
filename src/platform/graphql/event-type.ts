import { registerEnumType } from 'type-graphql';

/** Filled from the manifests of all rooms when the schema is built. */
export const EventType: Record<string, string> = {};
export const eventTypeTexts: Record<string, { description: string }> = {};
registerEnumType(EventType, {
  name: 'EventType',
  description: 'What can happen to an object. Types are added, never renamed: ignore those you do not know.',
  valuesConfig: eventTypeTexts,
});
