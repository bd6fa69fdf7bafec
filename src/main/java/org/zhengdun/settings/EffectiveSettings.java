package org.zhengdun.settings;

import jakarta.enterprise.context.ApplicationScoped;

/** The settings that rule a unit. */
@ApplicationScoped
public class EffectiveSettings {

    private final StoredOverrides stored;
    private final SettingsJson json;

    EffectiveSettings(StoredOverrides stored, SettingsJson json) {
        this.stored = stored;
        this.json = json;
    }

    /**
     * What rules the unit at the end of the path now, read with one statement.
     *
     * @param path ids from the root to the unit
     */
    public Settings of(int[] path) {
        Inheritance inheritance = new Inheritance(json.defaults(), path[0]);
        stored.along(path).forEach(
                overrides -> inheritance.lay(overrides.unitId(), json.object(overrides.json())));
        return json.stored(inheritance.values());
    }

    /** Settings as they are kept in a snapshot. */
    public String write(Settings settings) {
        return json.text(settings);
    }

    /** Settings from a snapshot; what an older one does not have is taken from the national defaults. */
    public Settings read(String snapshot) {
        return json.snapshot(snapshot);
    }
}
