package dev.usher.adapters.imports;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.usher.core.adapter.OperationImporter;

/** Lets Usher read ticket operations from CSV, NDJSON and JSON files. */
public final class ImportModule extends AbstractModule {

    @Provides
    @Singleton
    OperationImporter importer() {
        return new ImportJob();
    }
}
